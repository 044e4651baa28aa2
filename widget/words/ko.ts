import type { Translation } from './en.ts'

/** Korean. */
export const ko: Translation = {
  title: '채팅',
  close: '채팅 닫기',
  log: '메시지 목록',
  message: '메시지',
  placeholder: '메시지를 입력하세요…',
  send: '보내기',
  over: '{count}자 초과되었습니다',
  earlier: '이전 메시지를 불러오는 중…',
  latest: '최신 메시지로 이동',
  news: '새 메시지 {count}개',
  newFrom: '{name} 님의 새 메시지',
  copy: '복사',
  copied: '복사됨',
  unfold: '더 보기',
  fold: '간단히 보기',
  by: '{name}의 말:',
  you: '나',
  bot: '도우미',
  agent: '고객 지원',
  looking: '상담원을 찾는 중…',
  empty: '무엇을 도와드릴까요?',
  connecting: '연결 중…',
  offline: '오프라인 상태입니다. 다시 연결되면 메시지를 보냅니다.',
  stopped: {
    version: '채팅이 업데이트되었습니다. 페이지를 새로고침해 주세요.',
    site: '이 페이지에서는 채팅을 이용할 수 없습니다.',
    other: '문제가 발생했습니다. 페이지를 새로고침해 주세요.'
  },
  typing: '{name} 입력 중…',
  sending: '보내는 중…',
  waiting: '전송 대기 중',
  notSent: '전송되지 않음',
  notHeard: '전달되지 않음',
  retry: '다시 시도',
  discard: '삭제',
  why: {
    notStored: '계속 시도하고 있습니다',
    tooFast: '계속 시도하고 있습니다',
    tooLong: '너무 깁니다',
    conflict: '문제가 발생했습니다',
    closed: '대화가 종료되었습니다',
    quiet: '상담원을 요청하셨습니다',
    noAction: '더 이상 사용할 수 없는 버튼입니다'
  },
  handover: '상담원을 요청하셨습니다. 상담원을 찾고 있습니다.',
  taken: '{name} 님이 대화에 참여했습니다.',
  handback: {
    agent: '다시 도우미와 대화합니다.',
    nobody: '지금은 상담원이 없습니다. 도우미가 계속합니다.',
    late: '상담원이 제때 오지 못했습니다. 도우미가 계속합니다.',
    bot: '도우미가 다시 대화를 맡았습니다.',
    visitor: '다시 도우미와 대화합니다.'
  },
  closed: '이 대화는 종료되었습니다.',
  fresh: '새 대화 시작',
  replies: '추천 답장',
  image: '이미지',
  file: '파일',
  location: '위치',
  map: '지도 열기',
  cards: '카드',
  unknown: '이 메시지는 여기에 표시할 수 없습니다.',
  submit: '제출',
  answered: '답변을 보냈습니다.',
  choose: '선택하세요…',
  required: '입력해 주세요.',
  short: '{count}자 이상 입력해 주세요.',
  email: '이메일 주소를 입력해 주세요.',
  rich: {
    show: '{host}의 이미지 보기',
    noImage: '이미지를 불러올 수 없습니다.',
    shut: '닫기',
    original: '원본 열기',
    previous: '이전',
    next: '다음',
    check: '다음 답변을 확인해 주세요:'
  },
  rating: {
    title: '이 대화는 어떠셨나요?',
    steps: {
      one: '매우 나쁨',
      two: '나쁨',
      three: '보통',
      four: '좋음',
      five: '매우 좋음'
    },
    text: '개선할 점이 있을까요? (선택 사항)',
    send: '보내기',
    thanks: '평가해 주셔서 감사합니다.'
  },
  receipts: {
    sent: '보냄',
    delivered: '전달됨',
    read: '읽음'
  },
  hours: {
    backAt: '상담 재개: {when}',
    away: '지금은 아무도 없습니다.'
  },
  menu: {
    title: '더 보기',
    back: '도우미에게 돌아가기',
    startOver: '처음부터 다시',
    end: '대화 종료',
    past: '이전 대화',
    transcript: '대화 다운로드',
    erase: '내 데이터 삭제'
  },
  ask: {
    no: '취소',
    startOver: {
      title: '처음부터 다시 할까요?',
      text: '이 대화가 끝나고 새 대화가 시작됩니다.',
      yes: '다시 시작'
    },
    end: {
      title: '이 대화를 종료할까요?',
      text: '언제든지 새 대화를 시작할 수 있습니다.',
      yes: '대화 종료'
    },
    erase: {
      title: '내 데이터를 삭제할까요?',
      text: '이전 대화를 포함하여 이 채팅의 모든 내용이 영구히 삭제됩니다. 아무도 복구할 수 없습니다.',
      yes: '모두 삭제'
    },
    erasing: '데이터를 삭제하는 중…'
  },
  past: {
    back: '뒤로',
    none: '이전 대화가 없습니다.',
    silent: '아무 말도 없었습니다.',
    loading: '잠시만요…'
  },
  consent: {
    title: '채팅을 시작하기 전에',
    agree: '동의',
    decline: '아니요, 괜찮습니다',
    more: '자세히 보기'
  },
  launcher: {
    region: '채팅',
    open: '채팅 열기',
    close: '채팅 닫기',
    unread: '채팅 열기, 읽지 않음 {count}개',
    broken: '채팅을 불러올 수 없습니다. 다시 시도해 주세요.'
  }
}
