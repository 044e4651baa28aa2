/** The transaction was not made durable; nothing of it is there. */
export class NotStored extends Error {
  override readonly name = 'NotStored'
}
