import type { RestTranslation } from './en.ts'

export const ko: RestTranslation = {
  earlier: '이전 메시지를 불러오는 중…',
  consent: {
    title: '채팅을 시작하기 전에',
    agree: '동의',
    decline: '아니요, 괜찮습니다',
    more: '자세히 보기'
  },
  latest: '최신 메시지로 이동',
  news: '새 메시지 {count}개',
  newFrom: '{name} 님의 새 메시지',
  copy: '복사',
  copied: '복사됨',
  unfold: '더 보기',
  fold: '간단히 보기',
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
  image: '이미지',
  file: '파일',
  location: '위치',
  map: '지도 열기',
  cards: '카드',
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
  files: {
    attach: '파일 첨부',
    attached: '보낼 파일',
    begun: '{name} 업로드 중',
    ready: '{name} 보낼 준비가 됨',
    soon: '파일이 업로드되는 대로 보냅니다.',
    drop: '여기에 파일을 놓으세요',
    most: '한 번에 최대 {count}개의 파일을 첨부할 수 있습니다.',
    gone: '시간이 너무 오래 걸렸습니다. 다시 첨부해 주세요',
    why: {
      type: '{kinds}만 보낼 수 있습니다',
      tooLarge: '{size}보다 큽니다',
      empty: '빈 파일입니다',
      broken: '손상된 파일입니다',
      pixels: '이미지가 너무 큽니다',
      tooFast: '짧은 시간에 파일이 너무 많습니다',
      notNow: '상담원이 응답하는 동안 파일을 보낼 수 있습니다',
      never: '여기서는 파일을 보낼 수 없습니다',
      failed: '업로드하지 못했습니다'
    }
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
  hours: {
    backAt: '상담 재개: {when}',
    away: '지금은 아무도 없습니다.'
  },
  menu: {
    back: '도우미에게 돌아가기',
    startOver: '처음부터 다시',
    end: '대화 종료',
    past: '이전 대화',
    transcript: '대화 다운로드',
    window: '새 창에서 열기',
    sound: '소리',
    notify: '알림 받기',
    erase: '내 데이터 삭제'
  },
  told: {
    noWindow: '브라우저가 창을 차단했습니다. 이 사이트의 팝업을 허용한 후 다시 시도해 주세요.',
    noNotify: '브라우저가 이 사이트의 알림을 차단하고 있습니다. 브라우저 설정에서 허용할 수 있습니다.'
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
  }
}
