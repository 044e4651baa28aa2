import { piecesOf } from '../state/links.ts'

/** A text as it was written; what looks like an address can be followed, and says nothing of this page there. */
export const Said = ({ text }: { text: string }) => (
  <>
    {piecesOf(text).map((piece, index) =>
      piece.url === undefined ? (
        piece.text
      ) : (
        <a key={index} href={piece.url} target="_blank" rel="noopener noreferrer nofollow">
          {piece.text}
        </a>
      )
    )}
  </>
)
