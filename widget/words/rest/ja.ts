import type { RestTranslation } from './en.ts'

export const ja: RestTranslation = {
  earlier: '以前のメッセージを読み込み中…',
  consent: {
    title: 'チャットを始める前に',
    agree: '同意する',
    decline: 'いいえ、結構です',
    more: '詳しく見る'
  },
  latest: '最新へ移動',
  news: '新着メッセージ{count}件',
  newFrom: '{name}からの新着メッセージ',
  copy: 'コピー',
  copied: 'コピーしました',
  unfold: 'もっと見る',
  fold: '折りたたむ',
  notSent: '未送信',
  notHeard: '未配信',
  retry: '再試行',
  discard: '削除',
  why: {
    notStored: '再試行を続けています',
    tooFast: '再試行を続けています',
    tooLong: '長すぎます',
    conflict: '問題が発生しました',
    closed: '会話は終了しています',
    quiet: '担当者をお呼びしています',
    noAction: 'このボタンは使えなくなりました'
  },
  image: '画像',
  file: 'ファイル',
  location: '場所',
  map: '地図を開く',
  cards: 'カード',
  submit: '送信',
  answered: '回答を送信しました。',
  choose: '選択してください…',
  required: '入力してください。',
  short: '{count}文字以上で入力してください。',
  email: 'メールアドレスを入力してください。',
  rich: {
    show: '{host}の画像を表示',
    noImage: '画像を読み込めませんでした。',
    shut: '閉じる',
    original: '元の画像を開く',
    previous: '前へ',
    next: '次へ',
    check: '次の回答をご確認ください:'
  },
  files: {
    attach: 'ファイルを添付',
    attached: '送信するファイル',
    begun: '{name}をアップロードしています',
    ready: '{name}を送信できます',
    soon: 'アップロードが終わり次第送信します。',
    drop: 'ここにファイルをドロップ',
    most: '一度に添付できるのは{count}件までです。',
    gone: '時間がかかりすぎました。もう一度添付してください',
    why: {
      type: '送信できるのは{kinds}のみです',
      tooLarge: '{size}を超えています',
      empty: 'ファイルが空です',
      broken: 'ファイルが壊れています',
      pixels: '画像が大きすぎます',
      tooFast: '短時間に多くのファイルが送られました',
      notNow: '担当者の対応中にファイルを送信できます',
      never: 'ここではファイルを送信できません',
      failed: 'アップロードできませんでした'
    }
  },
  rating: {
    title: 'この会話はいかがでしたか？',
    steps: {
      one: 'とても悪い',
      two: '悪い',
      three: '普通',
      four: '良い',
      five: 'とても良い'
    },
    text: '改善できる点はありますか？（任意）',
    send: '送信',
    thanks: 'ご評価ありがとうございます。'
  },
  hours: {
    backAt: '受付再開: {when}',
    away: '現在、担当者は不在です。'
  },
  menu: {
    back: 'アシスタントに戻る',
    startOver: '最初からやり直す',
    end: '会話を終了',
    past: '以前の会話',
    transcript: '会話をダウンロード',
    window: '別ウィンドウで開く',
    sound: 'サウンド',
    notify: '通知を受け取る',
    erase: '自分のデータを消去'
  },
  told: {
    noWindow:
      'ブラウザがウィンドウをブロックしました。このサイトのポップアップを許可して、もう一度お試しください。',
    noNotify: 'ブラウザがこのサイトからの通知をブロックしています。ブラウザの設定で許可できます。'
  },
  ask: {
    no: 'キャンセル',
    startOver: {
      title: '最初からやり直しますか？',
      text: 'この会話は終了し、新しい会話が始まります。',
      yes: 'やり直す'
    },
    end: {
      title: 'この会話を終了しますか？',
      text: '新しい会話はいつでも始められます。',
      yes: '会話を終了'
    },
    erase: {
      title: '自分のデータを消去しますか？',
      text: '以前のものも含め、このチャットの内容はすべて完全に削除され、元に戻せません。',
      yes: 'すべて消去'
    },
    erasing: 'データを消去しています…'
  },
  past: {
    back: '戻る',
    none: '以前の会話はありません。',
    silent: '発言はありませんでした。',
    loading: '少々お待ちください…'
  }
}
