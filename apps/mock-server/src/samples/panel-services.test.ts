import { describeProblem, parseServices } from '@orderwright/core'
import { describe, expect, it } from 'vitest'
import { panelServices } from './panel-services.ts'

const { services, problems } = parseServices('panel', JSON.stringify(panelServices))

const types = [
  'Default',
  'Package',
  'Custom Comments Package',
  'Custom Comments',
  'SEO',
  'Mentions with Hashtags',
  'Mentions Custom List',
  'Mentions Hashtag',
  'Mentions User Followers',
  'Mentions Media Likers',
  'Comment Likes',
  'Poll',
  'Comment Replies',
  'Invites from Groups',
  'Subscriptions',
  'Web Traffic',
]

describe('the sample catalogue of the panel', () => {
  it('has at least 40 services without a defect, each with an id and a name of its own', () => {
    expect(services.length).toBeGreaterThanOrEqual(40)
    expect(problems.map(describeProblem)).toEqual([])
    expect(new Set(services.map(({ id }) => id)).size).toBe(panelServices.length)
    expect(new Set(services.map(({ name }) => name)).size).toBe(panelServices.length)
  })

  it('has every type and no other', () => {
    expect([...new Set(panelServices.map(({ type }) => type))].sort()).toEqual([...types].sort())
  })

  it.each(['refill', 'cancel', 'dripfeed'] as const)('has services with %s and without', flag => {
    expect(new Set(panelServices.map(row => row[flag]))).toEqual(new Set([true, false]))
  })

  it('has a rate with more digits than a cent', () => {
    expect(services.some(({ tiers }) => tiers[0].price === '0.008011655652')).toBe(true)
  })
})
