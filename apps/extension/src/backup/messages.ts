import * as v from 'valibot'
import type { Backup } from './backup-file.ts'
import type { ImportPreview } from './import-preview.ts'

/** What the settings may ask of the worker about everything that is stored. */
export type DataRequest =
  | { readonly type: 'export-data' }
  /** `text` is a file's; nothing is stored. */
  | { readonly type: 'preview-import'; readonly text: string }
  /** `digest` is that of the preview, which the person has seen. */
  | { readonly type: 'import-data'; readonly text: string; readonly digest: string }
  | { readonly type: 'forget-everything' }

export interface DataAnswers {
  readonly 'export-data': Backup
  readonly 'preview-import': ImportPreview
  readonly 'import-data': ImportPreview
  readonly 'forget-everything': null
}

export const dataRequestSchema: v.GenericSchema<unknown, DataRequest> = v.variant('type', [
  v.object({ type: v.literal('export-data') }),
  v.object({ type: v.literal('preview-import'), text: v.string() }),
  v.object({ type: v.literal('import-data'), text: v.string(), digest: v.string() }),
  v.object({ type: v.literal('forget-everything') }),
])
