import type { Translation } from './en.ts'

/** Korean. */
export const ko: Translation = {
  title: '채팅',
  close: '채팅 닫기',
  more: '더 보기',
  log: '메시지 목록',
  message: '메시지',
  placeholder: '메시지를 입력하세요…',
  send: '보내기',
  over: '{count}자 초과되었습니다',
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
  unknown: '이 메시지는 여기에 표시할 수 없습니다.',
  receipts: {
    sent: '보냄',
    delivered: '전달됨',
    read: '읽음'
  },
  launcher: {
    open: '채팅 열기',
    unread: '채팅 열기, 읽지 않음 {count}개'
  }
}
