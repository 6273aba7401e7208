/** A stretch of a long list that is drawn, and the room that the rest takes, in pixels. */
export interface ListWindow {
  /** The positions of the first item that is drawn, and of the first after it that is not. */
  readonly from: number
  readonly to: number
  readonly before: number
  readonly after: number
}

/** So many items are measured, and drawn, as one. */
export const blockSize = 10

/** How many blocks are drawn: the one at the top of what is seen, and its neighbours. */
const drawnBlocks = 3

/** What an item takes until any was measured, in pixels. */
const usualHeight = 150

/** The heights of blocks that were drawn before, in pixels, by their numbers. */
export type BlockHeights = ReadonlyMap<number, number>

/** Returns the block that is at `top`, in pixels from the beginning of a list of `count` items. */
export function blockAt(top: number, count: number, heights: BlockHeights): number {
  const last = Math.max(0, Math.ceil(count / blockSize) - 1)
  const usual = usualBlock(heights)
  let end = 0
  for (let block = 0; block < last; block += 1) {
    end += heights.get(block) ?? usual
    if (end > top) return block
  }
  return last
}

/** Returns what to draw of `count` items around a block. */
export function windowAt(block: number, count: number, heights: BlockHeights): ListWindow {
  const blocks = Math.ceil(count / blockSize)
  const first = Math.max(0, Math.min(block - 1, blocks - drawnBlocks))
  const end = Math.min(blocks, first + drawnBlocks)
  return {
    from: first * blockSize,
    to: Math.min(count, end * blockSize),
    before: heightOf(0, first, heights),
    after: heightOf(end, blocks, heights),
  }
}

function heightOf(from: number, to: number, heights: BlockHeights): number {
  const usual = usualBlock(heights)
  let sum = 0
  for (let block = from; block < to; block += 1) sum += heights.get(block) ?? usual
  return Math.round(sum)
}

function usualBlock(heights: BlockHeights): number {
  if (heights.size === 0) return usualHeight * blockSize
  return [...heights.values()].reduce((sum, height) => sum + height, 0) / heights.size
}
