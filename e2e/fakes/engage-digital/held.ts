/** What the platform holds, in its own words. */

export interface FakeContent {
  id: string
  source_id: string
  thread_id: string
  author_id: string
  creator_id: string | null
  intervention_id: string | null
  in_reply_to_id: string | null
  category_ids: readonly string[]
  status: string
  body: string
  body_input_format: 'text'
  private_message: boolean
  created_at: string
  capabilities_supported: readonly string[]
  structured_content?: StructuredContent
  structured_reply?: { payload: string }
}

export interface StructuredContent {
  type: string
  items: readonly { title: string; payload?: string }[]
}

export interface FakeThread {
  id: string
  source_id: string
  closed: boolean
  thread_category_ids: readonly string[]
  contents: FakeContent[]
}

export interface FakeIntervention {
  id: string
  thread_id: string
  user_id: string
  closed: boolean
  closed_at: string | null
}

/** What the relay's settings and the platform must both know. */
export const account = {
  accessToken: 'the-token-of-the-bots-user',
  secret: 'the-secret-of-the-header',
  verifyToken: 'the-verification-token',
  webhookSecret: 'the-secret-of-the-channel',
  source: 'e0000000000000000000a5c1',
  otherSource: 'e0000000000000000000a5c2',
  botUser: 'e0000000000000000000b0b0',
  botIdentity: 'e0000000000000000000b0b1',
  agent: 'e0000000000000000000a9e1',
  routingChannel: 'e0000000000000000000c4a1',
  botCategory: 'e0000000000000000000ca01',
  agentCategory: 'e0000000000000000000ca02',
  /** Somebody else's: whoever replaces categories must leave it. */
  otherCategory: 'e0000000000000000000ca03'
} as const

let made = 0
/** 24 hexadecimal digits. */
export function newId(): string {
  made += 1
  return `f${made.toString(16).padStart(23, '0')}`
}
