import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from './run.ts'

const price = (price: string) => ({ minimum: '1', maximum: '9000', pricing_per: '1000', price })
const row = {
  id_service: '6',
  public_name: 'Views',
  is_drip: '1',
  drip_cost: '0.5',
  prices: [price('2.50')],
  params: [
    {
      field_name: 'minutes',
      field_label: 'Minutes',
      field_validators: 'min:10',
      is_price_modifier: '1',
      modify_type: 'multiply',
      modify_every: '10',
      modify_by: '1',
    },
  ],
}
const poll = { service: 7, name: 'Votes', type: 'Poll', rate: '0.90', min: 50, max: 9000 }

const files: Readonly<Record<string, unknown>> = {
  'services.json': [row],
  'odd.json': [{ ...row, amount_minimum: '1.000' }],
  'old.json': [row],
  'new.json': {
    services: [
      { ...row, prices: [price('3')] },
      { ...row, id_service: '12', public_name: 'New' },
    ],
  },
  'panel.json': [poll],
  'empty.json': [],
  'evil.json': [{ ...row, public_name: 'Views\u001b[31m\nTotal: 0', id_service: '6' }],
}

async function play(...args: readonly string[]) {
  const written: string[] = []
  const complaints: string[] = []
  const code = await run(args, {
    readFile: path => {
      if (path === 'page.json') return '<html>'
      if (!Object.hasOwn(files, path)) throw new Error('no such file')
      return `\ufeff${JSON.stringify(files[path])}`
    },
    readInput: async () => JSON.stringify(files['services.json']),
    write: line => written.push(line),
    complain: line => complaints.push(line),
    style: (_, words) => words,
  })
  return { code, written: written.join('\n'), complaints: complaints.join('\n') }
}

describe('lint', () => {
  test('of a sound catalogue finds nothing', async () => {
    expect(await play('lint', 'services.json')).toEqual({ code: 0, written: '0 problems', complaints: '' })
  })

  test('tells each problem in a line', async () => {
    const { code, written } = await play('lint', 'odd.json')
    expect(code).toBe(1)
    expect(written.split('\n')).toEqual([
      expect.stringMatching(/^suspicious_number Service 6, amount_minimum: .*"1\.000"/),
      '1 problem',
    ])
  })

  test('as JSON has each problem with its sentence', async () => {
    const { code, written } = await play('lint', '--json', 'odd.json')
    expect(code).toBe(1)
    expect(JSON.parse(written)).toEqual({
      problems: [
        {
          code: 'suspicious_number',
          serviceId: '6',
          path: 'amount_minimum',
          value: '1.000',
          isFatal: false,
          sentence: expect.stringMatching(/^Service 6, amount_minimum: /),
        },
      ],
    })
  })
})

describe('diff', () => {
  test('of a catalogue with itself finds nothing', async () => {
    const { code, written } = await play('diff', 'services.json', '-')
    expect([code, written]).toEqual([0, '0 added, 0 removed, 0 changed'])
  })

  test('tells what came, went and changed, a price with its quantities', async () => {
    expect(await play('diff', 'services.json', 'new.json')).toEqual({
      code: 1,
      written: '+ 12 New\n~ 6 Views\n    tiers[0].price (1–9000): 2.5 → 3\n1 added, 0 removed, 1 changed',
      complaints: '',
    })
    expect((await play('diff', 'new.json', 'services.json')).written).toContain('- 12 New')
  })

  test('as JSON is the diff', async () => {
    const { written } = await play('diff', 'services.json', 'new.json', '--json')
    expect(JSON.parse(written)).toMatchObject({
      added: [{ id: '12' }],
      changed: [{ id: '6', changes: [{ path: 'tiers[0].price', before: '2.5', after: '3' }] }],
    })
  })
})

describe('quote', () => {
  const order = ['quote', 'services.json', '--service', '6', '--quantity', '1000'] as const

  test('tells the way to the total, step by step', async () => {
    expect(await play(...order, '--param', 'minutes=30', '--drip')).toEqual({
      code: 0,
      written: [
        'Views (service 6)',
        '  1000 × 2.5 ÷ 1000 = 2.5',
        '  × Minutes: 30 ÷ 10 × 1 = 7.5',
        '  + drip: 1000 ÷ 1 × 0.5 = 507.5',
        'total 507.5',
      ].join('\n'),
      complaints: '',
    })
  })

  test('tells every issue of an order', async () => {
    const { code, written } = await play(
      'quote',
      '-',
      '--service',
      '6',
      '--quantity',
      'x',
      '--param',
      'minutes=7',
    )
    expect(code).toBe(1)
    expect(written.split('\n')).toEqual([
      'not_an_integer Quantity must be a whole number above 0, in plain digits.',
      'below_min Minutes must be at least 10.',
    ])
  })

  test('as JSON has its decimals as texts', async () => {
    const { written } = await play(...order, '--json')
    expect(JSON.parse(written)).toMatchObject({
      ok: true,
      quote: { total: '2.5', steps: [{ kind: 'base', total: '2.5' }] },
    })
    const refused = await play(
      'quote',
      'panel.json',
      '--service',
      '7',
      '--quantity',
      '1',
      '--param',
      'answer_number=1',
      '--json',
    )
    expect(JSON.parse(refused.written)).toEqual({
      ok: false,
      issues: [{ code: 'below_min', path: 'quantity', min: '50', sentence: 'Quantity must be at least 50.' }],
    })
  })

  test('lets no catalogue colour or move the lines of a terminal', async () => {
    const { written } = await play('quote', 'evil.json', '--service', '6', '--quantity', '1000')
    expect(written.split('\n')[0]).toBe('Views Total: 0 (service 6)')
  })
})

describe('a command line that nothing can be done with names what was given', () => {
  test.each([
    [[], /^orderwright: which command\?/],
    [['list'], /unknown command 'list'/],
    [['constructor'], /unknown command 'constructor'/],
    [['lint'], /one file is wanted, none was given/],
    [['lint', 'a.json', 'b.json'], /one file is wanted, given: a\.json b\.json/],
    [['diff', 'a.json'], /2 files are wanted, given: a\.json/],
    [['diff', '-', '-'], /only one file can be the standard input/],
    [['lint', 'absent.json'], /cannot read absent\.json: no such file/],
    [['lint', 'services.json', '--colour'], /--colour/],
    [['lint', 'services.json', '--upstream', 'smm'], /--upstream must be qqtube or panel, was given 'smm'/],
    [['lint', 'empty.json'], /empty\.json has no row with id_service or service/],
    [['lint', 'page.json'], /page\.json has no row/],
    [['diff', 'page.json', 'services.json', '--upstream', 'qqtube'], /page\.json is not a list of services/],
    [['quote', 'services.json'], /which service\?/],
    [['quote', 'services.json', '--service', '5'], /no service '5'; it has 6$/],
    [
      ['quote', 'services.json', '--service', '6', '--param', 'minutes'],
      /--param must be name=value, was given 'minutes'/,
    ],
  ])('%j', async (args, says) => {
    const { code, written, complaints } = await play(...args)
    expect([code, written]).toEqual([2, ''])
    expect(complaints).toMatch(says)
  })

  test('an empty catalogue of a given upstream is sound', async () => {
    expect((await play('lint', 'empty.json', '--upstream', 'panel')).code).toBe(0)
  })
})

test('help tells every command and the exit codes', async () => {
  const { code, written } = await play('--help')
  expect(code).toBe(0)
  expect(written).toMatch(/lint[\s\S]*diff[\s\S]*quote[\s\S]*Exit code/)
})

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const documented = [...readme.matchAll(/npx @orderwright\/core (.+)$/gm)].map(([, line = '']) => line)

test('the README has a line for each command', () => {
  const commands = documented.map(line => line.split(' ')[0])
  expect(new Set(commands)).toEqual(new Set(['lint', 'diff', 'quote']))
})

test.each(documented)('the line of the README can be carried out: %s', async line => {
  const { code, complaints } = await play(...line.split(' '))
  expect([code === 0 || code === 1, complaints]).toEqual([true, ''])
})
