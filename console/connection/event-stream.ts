/** One event of a `text/event-stream`; its name is empty where it tells a place alone. */
export interface StreamEvent {
  event: string
  data: string
  id?: string
}

/** Reads a `text/event-stream` however it is cut into pieces. Comments are nothing. */
export function createEventReader(hear: (event: StreamEvent) => void): (piece: string) => void {
  let rest = ''
  let event = ''
  let data: string[] = []
  let id: string | undefined

  function readLine(line: string): void {
    if (line === '') return end()
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? []
    if (name === 'event') event = value
    if (name === 'data') data.push(value)
    if (name === 'id') id = value
  }
  function end(): void {
    const name = data.length ? event || 'message' : ''
    if (name || id !== undefined)
      hear({ event: name, data: data.join('\n'), ...(id !== undefined && { id }) })
    event = ''
    data = []
    id = undefined
  }
  return piece => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) readLine(line)
  }
}
