/** For those who listen. */
export function Hidden({ text }: { text: string }) {
  return <span class="hidden">{text} </span>
}
