import { computed, type ReadonlySignal, signal } from '@preact/signals'
import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import type { FormValues, OrderForm } from './form-model.ts'

/** What a person orders again and again, under a name: a service, its quantity and fields, for whichever page. */
export interface Template extends Omit<FormValues, 'link'> {
  readonly name: string
  readonly accountId: string
}

const templateSchema: v.GenericSchema<unknown, Template> = v.object({
  name: v.string(),
  accountId: v.string(),
  serviceId: v.string(),
  quantity: v.string(),
  drip: v.boolean(),
  params: v.record(v.string(), v.string()),
})

/** All templates, in the order of their names. */
export const templatesItem: StorageItem<Template[]> = storageItem({
  key: 'templates',
  schema: v.array(templateSchema),
  fallback: [],
})

export interface TemplatesModel {
  /** Those of the account. */
  readonly templates: ReadonlySignal<readonly Template[]>
  /** Whether there is something to save: a service was chosen. */
  readonly canSave: ReadonlySignal<boolean>
  /** Fills the form in as the template says. The link stays as it is. */
  use(template: Template): void
  /** Saves what is filled in, in place of what has that name; a blank name saves nothing. */
  save(name: string): Promise<void>
  remove(template: Template): Promise<void>
}

interface TemplatesOptions {
  readonly form: OrderForm
  readonly accountId: ReadonlySignal<string>
}

export async function openTemplates(
  { form, accountId }: TemplatesOptions,
  end: AbortSignal,
): Promise<TemplatesModel> {
  const all = signal<readonly Template[]>(await templatesItem.get())
  templatesItem.watch(value => {
    all.value = value
  }, end)
  const isOther =
    (name: string) =>
    (one: Template): boolean =>
      one.accountId !== accountId.value || one.name !== name
  return {
    templates: computed(() => all.value.filter(one => one.accountId === accountId.value)),
    canSave: computed(() => form.service.value !== undefined),
    use: ({ serviceId, quantity, drip, params }) => {
      // The service first: what another one asks for is forgotten with it.
      form.change({ serviceId })
      form.change({ quantity, drip, params })
    },
    save: async text => {
      const name = text.trim().slice(0, longestName)
      if (name === '' || form.service.value === undefined) return
      const { serviceId, quantity, drip, params } = form.values.value
      const template = { name, accountId: accountId.value, serviceId, quantity, drip, params }
      all.value = await templatesItem.update(latest =>
        [...latest.filter(isOther(name)), template]
          .toSorted((one, other) => one.name.localeCompare(other.name))
          .slice(0, most),
      )
    },
    remove: async ({ name }) => {
      all.value = await templatesItem.update(latest => latest.filter(isOther(name)))
    },
  }
}

/** What a line of the popup shows of a name, and how many a person can look through. */
const longestName = 60
const most = 100
