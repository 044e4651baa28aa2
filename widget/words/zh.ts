import type { Translation } from './en.ts'

/** Chinese (simplified). */
export const zh: Translation = {
  title: '聊天',
  close: '关闭聊天',
  more: '更多',
  log: '消息列表',
  message: '消息',
  placeholder: '输入消息…',
  send: '发送',
  over: '超出 {count} 个字符',
  by: '{name}说：',
  you: '您',
  bot: '助手',
  agent: '客服',
  looking: '正在为您寻找客服…',
  empty: '请问有什么可以帮您？',
  connecting: '正在连接…',
  offline: '您已离线。恢复连接后将发送消息。',
  stopped: {
    version: '聊天已更新，请重新加载页面。',
    site: '此页面无法使用聊天。',
    other: '出了点问题，请重新加载页面。'
  },
  typing: '{name}正在输入…',
  sending: '正在发送…',
  waiting: '等待发送',
  handover: '您已请求人工服务。我们正在寻找客服。',
  taken: '{name}已加入对话。',
  handback: {
    agent: '您正在与助手对话。',
    nobody: '目前没有客服在线，由助手继续为您服务。',
    late: '客服未能及时接入，由助手继续为您服务。',
    bot: '助手已重新接手对话。',
    visitor: '您正在与助手对话。'
  },
  closed: '此对话已结束。',
  fresh: '开始新对话',
  replies: '建议的回复',
  unknown: '此消息无法在这里显示。',
  receipts: {
    sent: '已发送',
    delivered: '已送达',
    read: '已读'
  },
  launcher: {
    open: '打开聊天',
    unread: '打开聊天，{count} 条未读'
  }
}
