import type { RestTranslation } from './en.ts'

export const zh: RestTranslation = {
  earlier: '正在加载更早的消息…',
  consent: {
    title: '开始聊天之前',
    agree: '同意',
    decline: '不用了，谢谢',
    more: '了解更多'
  },
  latest: '跳到最新',
  news: '{count} 条新消息',
  newFrom: '来自{name}的新消息',
  copy: '复制',
  copied: '已复制',
  unfold: '展开',
  fold: '收起',
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
  image: '图片',
  file: '文件',
  location: '位置',
  map: '打开地图',
  cards: '卡片',
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
  files: {
    attach: '添加文件',
    attached: '待发送的文件',
    begun: '正在上传 {name}',
    ready: '{name} 可以发送了',
    soon: '文件上传完成后立即发送。',
    drop: '将文件拖放到此处',
    most: '一次最多 {count} 个文件。',
    gone: '等待时间过长，请重新添加文件',
    why: {
      type: '只能发送 {kinds}',
      tooLarge: '超过 {size}',
      empty: '文件为空',
      broken: '文件已损坏',
      pixels: '图片过大',
      tooFast: '短时间内文件过多',
      notNow: '人工客服回复时可以发送文件',
      never: '此处不能发送文件',
      failed: '上传失败'
    }
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
  hours: {
    backAt: '我们将于{when}回来',
    away: '目前没有人在线。'
  },
  menu: {
    back: '返回助手',
    startOver: '重新开始',
    end: '结束对话',
    past: '以前的对话',
    transcript: '下载对话',
    window: '在独立窗口中打开',
    sound: '声音',
    notify: '通知我',
    erase: '清除我的数据'
  },
  told: {
    noWindow: '浏览器阻止了窗口。请允许此网站弹出窗口，然后重试。',
    noNotify: '浏览器阻止了此网站的通知。您可以在浏览器设置中允许通知。'
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
  }
}
