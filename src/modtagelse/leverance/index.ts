export { type ElementKilde, ElementKildeSchema } from './element.kilde.ts'
export { type AfvisningRaekke, listAfvisninger } from './leverance.sql.ts'
export { modtagLinjer, openLeverance } from './modtag.ts'
export type { IndkommenLinje, Kvittering, Leverance, Modtagelsesdeps } from './typer.ts'
