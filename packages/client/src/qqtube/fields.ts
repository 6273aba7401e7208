/** The fields of `add` that are the protocol's own: no param may have such a name. (The document's request table.) */
export const ownFields: ReadonlySet<string> = new Set(['api_key', 'action', 'url', 'quantity', 'id_service'])

/**
 * What asks for drip delivery. Open: the document prices drip (`is_drip`, `drip_cost`) and names no field that
 * asks for it, so this is the project's own choice. A catalogue's param of the same name takes precedence.
 */
export const dripField = ['drip', '1'] as const

/**
 * What tells `submissions` the order to go back from, itself excluded. Open: the document describes the field
 * and lost its name; this is the name that it has in every other place.
 */
export const beforeField = 'id_service_submission'
