import type { ElementKilde } from '../element/element.kilde.ts'

/** The item with only those of its lists that are asked for; what names the registration is always there. Pure. */
export function toVist(element: ElementKilde, vis: readonly string[] | undefined): ElementKilde {
  if (!vis) return element
  return Object.fromEntries(
    Object.entries(element).filter(([felt, vaerdi]) => !Array.isArray(vaerdi) || vis.includes(felt)),
  ) as ElementKilde
}
