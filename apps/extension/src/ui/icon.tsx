import type { JSX } from 'preact'

/** Paths on a 20 × 20 grid, drawn with round strokes of 1.6. */
const paths = {
  gear: 'M10 12.4a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8M8.48 4.51L8.71 2.51L11.29 2.51L11.52 4.51L12.81 5.04L14.39 3.79L16.21 5.61L14.96 7.19L15.49 8.48L17.49 8.71L17.49 11.29L15.49 11.52L14.96 12.81L16.21 14.39L14.39 16.21L12.81 14.96L11.52 15.49L11.29 17.49L8.71 17.49L8.48 15.49L7.19 14.96L5.61 16.21L3.79 14.39L5.04 12.81L4.51 11.52L2.51 11.29L2.51 8.71L4.51 8.48L5.04 7.19L3.79 5.61L5.61 3.79L7.19 5.04z',
  play: 'M7.500 6.200v7.600l6.200-3.800z',
  list: 'M7.500 5.500h9M7.500 10h9M7.500 14.500h9M3.700 5.500h.1M3.700 10h.1M3.700 14.500h.1',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11M13 13l3.800 3.800',
  pencil: 'M4 16l.8-3.400 8.400-8.400a1.400 1.400 0 0 1 2 0l.6.6a1.400 1.400 0 0 1 0 2l-8.400 8.400z',
  check: 'M4.500 10.500l3.700 3.700 7.300-8',
  alert: 'M10 6.500v4.200M10 13.600v.1M10 2.800l7.700 13.400H2.300z',
  info: 'M10 9.300v4.200M10 6.500v.1M10 17.200a7.200 7.200 0 1 0 0-14.400 7.200 7.200 0 0 0 0 14.400',
  cross: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
  chevronUp: 'M5.500 12l4.500-4.500L14.500 12',
  refresh: 'M16 10a6 6 0 1 1-1.800-4.300L16.200 7.500M16.500 3.500v4h-4',
  link: 'M8.500 11.500l3-3M9 6l1.700-1.700a3.500 3.500 0 0 1 5 5L14 11M11 14l-1.700 1.700a3.500 3.500 0 0 1-5-5L6 9',
  copy: 'M7.500 7.500h8v8h-8zM12.500 7.500v-3h-8v8h3',
  channel: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 16.500c.6-2.700 3-4 6-4s5.400 1.300 6 4',
  panel: 'M3.500 4.500h13v11h-13zM12 4.500v11',
  window: 'M8.500 4.500h-4v11h11v-4M11.500 3.500h5v5M16.500 3.500l-7 7',
} as const

export type IconName = keyof typeof paths

/** Draws a decoration: whatever it says is said in words beside it. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      aria-hidden="true"
      class="icon"
      width="18"
      height="18"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
