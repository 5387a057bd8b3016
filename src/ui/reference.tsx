/** A ticket's reference in large type, with the words to say it aloud: "K7M2-9QXD", "Kilo seven Mike two, …". */
export function Reference({ reference, spelled }: { reference: string; spelled: string }) {
  return (
    <p className="reference">
      <strong translate="no">{reference}</strong> <span>{spelled}</span>
    </p>
  )
}
