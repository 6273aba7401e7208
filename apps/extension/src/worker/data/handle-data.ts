import type { DataAnswers, DataRequest } from '../../data/data-protocol.ts'
import { exportData } from './export-data.ts'
import { forgetEverything } from './forget-everything.ts'
import { importData, previewImport } from './import-data.ts'

type DataHandlers = {
  readonly [T in DataRequest['type']]: (request: Extract<DataRequest, { type: T }>) => Promise<DataAnswers[T]>
}

/** What the worker does for each request about everything that is stored. */
export const dataHandlers: DataHandlers = {
  'export-data': exportData,
  'preview-import': ({ text }) => previewImport(text),
  'import-data': ({ text, digest }) => importData(text, digest),
  'forget-everything': forgetEverything,
}
