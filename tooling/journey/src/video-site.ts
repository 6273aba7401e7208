import { video } from '@orderwright/browser'

/** Whether the real video site answers within a moment; a person waits for this. */
export async function isVideoSiteReachable(): Promise<boolean> {
  try {
    const response = await fetch(video.url, { method: 'HEAD', signal: AbortSignal.timeout(1500) })
    return response.ok
  } catch {
    return false
  }
}
