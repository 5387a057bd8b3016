import { NoSuchPage } from './readable.tsx'

export default function NotFound() {
  return <NoSuchPage reader={null} />
}
