import { livechat, run } from '../command.ts'
import { expect, test } from '../fixtures.ts'

const usage = /^Usage:\n {2}npm start {2}/

test('[J86] a command that is not understood is answered by how it is used, and fails', async () => {
  expect(await run([])).toMatchObject({ code: 1, said: '', complained: expect.stringMatching(usage) })
  for (const wrong of [
    ['check', '--conf', 'x.yaml'],
    ['check', '--config'],
    ['check', '--help=no']
  ]) {
    const { code, said, complained } = await run(wrong)
    expect([code, said]).toEqual([1, ''])
    const [why, nothing, ...rest] = complained.split('\n')
    expect(why).toContain(wrong[1]?.split('=')[0])
    expect(nothing).toBe('')
    expect(rest.join('\n')).toMatch(usage)
    expect(complained).not.toContain('    at ')
  }
})

test('[J86] asked for help a command says how it is used', async () => {
  for (const asked of [['check', '--help'], ['-h']]) {
    const { code, said, complained } = await run(asked)
    expect([code, complained]).toEqual([0, ''])
    expect(said).toMatch(usage)
  }
})

test('[J86] a configuration that is not there is told by its name', async () => {
  const { code, said, complained } = await run(['check', '--config', 'nowhere.yaml'])
  expect([code, said]).toEqual([1, ''])
  expect(complained).toContain('nowhere.yaml')
  expect(complained).not.toContain('    at ')
})

test('[J86] so do the commands for LiveChat', async () => {
  const help = await run(['--help'], '', livechat)
  expect([help.code, help.complained]).toEqual([0, ''])
  expect(help.said).toMatch(/^Usage: npm run livechat /)
  const wrong = await run(['status', '--chanel', 'care'], '', livechat)
  expect([wrong.code, wrong.said]).toEqual([1, ''])
  expect(wrong.complained).toMatch(/^Unknown option '--chanel'[^\n]*\n\nUsage: npm run livechat /)
})
