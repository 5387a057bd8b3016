import { NoSuchPageWords } from './readable.tsx'

export default function NotFound() {
  return <NoSuchPageWords reader={null} />
}
