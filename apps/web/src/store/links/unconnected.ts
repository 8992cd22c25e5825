/**
 * Stands where a node needs a reference and has none yet. No node carries this id, so the checker reports the place, and
 * the document stays well-formed and can be saved.
 */
export const unconnected = 'unconnected';
