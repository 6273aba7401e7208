export { type CampaignBackend, type CampaignPorts, createMemoryBackend } from './testing/backend.ts'
export { runCampaign, type Verdict } from './testing/campaign.ts'
export type { ContractCase, Shared } from './testing/contract.ts'
export { faultyOutboxes } from './testing/faulty-outboxes.ts'
export { lockContract, paceContract, type TestedLock } from './testing/lock-contract.ts'
export type { Fate, UpstreamTraits } from './testing/model-upstream.ts'
export {
  type ProcessContext,
  type ProcessPorts,
  type ProcessTask,
  processContract,
  runProcessTask,
  type StartedProcess,
  startProcess,
} from './testing/processes.ts'
export type { MakeOutbox } from './testing/stage.ts'
export { storeContract, type TestedStore } from './testing/store-contract.ts'
export type { Action, ActionKind, Story } from './testing/story.ts'
export type { CallMode } from './testing/world.ts'
