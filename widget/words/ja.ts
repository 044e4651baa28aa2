import type { Translation } from './en.ts'

/** Japanese. */
export const ja: Translation = {
  title: 'チャット',
  close: 'チャットを閉じる',
  more: 'その他',
  log: 'メッセージ一覧',
  message: 'メッセージ',
  placeholder: 'メッセージを入力…',
  send: '送信',
  over: '{count}文字超過しています',
  by: '{name}の発言:',
  you: 'あなた',
  bot: 'アシスタント',
  agent: 'サポート',
  looking: '担当者を探しています…',
  empty: 'どのようなご用件でしょうか？',
  connecting: '接続中…',
  offline: 'オフラインです。接続が戻るとメッセージが送信されます。',
  stopped: {
    version: 'チャットが更新されました。ページを再読み込みしてください。',
    site: 'このページではチャットをご利用いただけません。',
    other: '問題が発生しました。ページを再読み込みしてください。'
  },
  typing: '{name}が入力中…',
  sending: '送信中…',
  waiting: '送信待ち',
  handover: '担当者をお呼びしています。しばらくお待ちください。',
  taken: '{name}が会話に参加しました。',
  handback: {
    agent: 'アシスタントとの会話に戻りました。',
    nobody: '現在対応できる担当者がいません。アシスタントが続けます。',
    late: '担当者が間に合いませんでした。アシスタントが続けます。',
    bot: 'アシスタントが再び対応します。',
    visitor: 'アシスタントとの会話に戻りました。'
  },
  closed: 'この会話は終了しました。',
  fresh: '新しい会話を始める',
  replies: '返信の候補',
  unknown: 'このメッセージはここでは表示できません。',
  receipts: {
    sent: '送信済み',
    delivered: '配信済み',
    read: '既読'
  },
  launcher: {
    open: 'チャットを開く',
    unread: 'チャットを開く、未読{count}件'
  }
}
