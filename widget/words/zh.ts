import type { Translation } from './en.ts'

/** Chinese (simplified). */
export const zh: Translation = {
  title: '聊天',
  close: '关闭聊天',
  log: '消息列表',
  message: '消息',
  placeholder: '输入消息…',
  send: '发送',
  over: '超出 {count} 个字符',
  earlier: '正在加载更早的消息…',
  latest: '跳到最新',
  news: '{count} 条新消息',
  newFrom: '来自{name}的新消息',
  copy: '复制',
  copied: '已复制',
  unfold: '展开',
  fold: '收起',
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
  notSent: '未发送',
  notHeard: '未送达',
  retry: '重试',
  discard: '移除',
  why: {
    notStored: '我们会继续尝试',
    tooFast: '我们会继续尝试',
    tooLong: '内容过长',
    conflict: '出了点问题',
    closed: '对话已结束',
    quiet: '您已请求人工服务',
    noAction: '此按钮已失效'
  },
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
  image: '图片',
  file: '文件',
  location: '位置',
  map: '打开地图',
  cards: '卡片',
  unknown: '此消息无法在这里显示。',
  submit: '提交',
  answered: '您的回答已发送。',
  choose: '请选择…',
  required: '请填写此项。',
  short: '请至少输入 {count} 个字符。',
  email: '请输入电子邮箱地址。',
  rich: {
    show: '显示来自 {host} 的图片',
    noImage: '图片无法加载。',
    shut: '关闭',
    original: '打开原图',
    previous: '上一个',
    next: '下一个',
    check: '请检查以下回答：'
  },
  rating: {
    title: '您觉得这次对话如何？',
    steps: {
      one: '非常差',
      two: '差',
      three: '一般',
      four: '好',
      five: '非常好'
    },
    text: '我们可以如何改进？（选填）',
    send: '发送',
    thanks: '感谢您的评价。'
  },
  receipts: {
    sent: '已发送',
    delivered: '已送达',
    read: '已读'
  },
  hours: {
    backAt: '我们将于{when}回来',
    away: '目前没有人在线。'
  },
  menu: {
    title: '更多',
    back: '返回助手',
    startOver: '重新开始',
    end: '结束对话',
    past: '以前的对话',
    transcript: '下载对话',
    erase: '清除我的数据'
  },
  ask: {
    no: '取消',
    startOver: {
      title: '要重新开始吗？',
      text: '此对话将结束，并开始新的对话。',
      yes: '重新开始'
    },
    end: {
      title: '要结束此对话吗？',
      text: '您可以随时开始新的对话。',
      yes: '结束对话'
    },
    erase: {
      title: '要清除我的数据吗？',
      text: '此聊天中的所有内容（包括以前的）都将被永久删除，任何人都无法恢复。',
      yes: '全部清除'
    },
    erasing: '正在清除您的数据…'
  },
  past: {
    back: '返回',
    none: '没有以前的对话。',
    silent: '没有任何发言。',
    loading: '请稍候…'
  },
  consent: {
    title: '开始聊天之前',
    agree: '同意',
    decline: '不用了，谢谢',
    more: '了解更多'
  },
  launcher: {
    region: '聊天',
    open: '打开聊天',
    close: '关闭聊天',
    unread: '打开聊天，{count} 条未读',
    broken: '聊天无法加载，请重试。'
  }
}
