/** Where something is on a page: the last selector is looked for inside what the ones before it found, shadows too. */
export type Path = readonly string[]

/** A chat widget to be measured, on a page of its own. */
export interface Subject {
  name: 'footbridge' | 'deep-chat' | 'n8n' | 'chatbotify'
  title: string
  /** What a website writes into its page. */
  tags(relay: string): string
  /** What opens it; absent: it stands open in the page from the start. */
  launcher?: Path
  /** Where a visitor writes. */
  composer: Path
  /** What scrolls, and how it is filled with so many messages before it is opened. */
  list?: { scroller: Path; message: Path }
}

export const subjects: readonly Subject[] = [
  {
    name: 'footbridge',
    title: 'Footbridge',
    tags: relay => `<script async src="${relay}/widget.js" data-site="shop"></script>`,
    launcher: ['footbridge-chat', '.launcher'],
    composer: ['footbridge-chat', 'textarea'],
    list: { scroller: ['footbridge-chat', '.log'], message: ['footbridge-chat', '.row'] }
  },
  {
    name: 'deep-chat',
    title: 'deep-chat 2.4.2',
    tags: () => `<script type="module" src="/packages/deep-chat/dist/deepChat.bundle.js"></script>
<deep-chat id="deep" demo="true"></deep-chat>
<script type="module" src="/fill/deep-chat.js"></script>`,
    composer: ['deep-chat', '#text-input'],
    list: { scroller: ['deep-chat', '#messages'], message: ['deep-chat', '.outer-message-container'] }
  },
  {
    name: 'n8n',
    title: '@n8n/chat 1.37.0',
    tags: () => `<link rel="stylesheet" href="/packages/@n8n/chat/dist/style.css">
<script type="module" src="/fill/n8n.js"></script>`,
    launcher: ['.chat-window-toggle'],
    composer: ['.chat-window textarea'],
    list: { scroller: ['.chat-body'], message: ['.chat-message'] }
  },
  {
    name: 'chatbotify',
    title: 'react-chatbotify 2.5.0 + React 18',
    tags: () => `<div id="chatbotify"></div><script type="module" src="/chatbotify/entry.js"></script>
<link rel="stylesheet" href="/chatbotify/entry.css">`,
    launcher: ['.rcb-toggle-button'],
    composer: ['.rcb-chat-input-textarea']
  }
]
