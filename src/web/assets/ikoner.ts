/** The icons that pages use, by dkfds' names. Others are left out of the sprite that is sent. */
export const IKONER = [
  'accessibility-new',
  'arrow-forward',
  'assignment',
  'calendar-month',
  'check',
  'chat',
  'chevron-left',
  'chevron-right',
  'close',
  'contact-support',
  'document',
  'engineering',
  'error',
  'flag',
  'folder-open',
  'groups',
  'help',
  'home',
  'info',
  'language',
  'list-check',
  'lock',
  'map',
  'menu',
  'notifications',
  'open-in-new',
  'payments',
  'person',
  'persons',
  'plus',
  'print',
  'search',
  'student',
  'success',
  'time',
  'visibility',
  'visibility-off',
  'warning',
] as const
export type Ikonnavn = (typeof IKONER)[number]

/** The sprite with the wanted symbols only. Throws where dkfds has no such icon. */
export function ikonudsnit(sprite: string, navne: readonly string[]): string {
  const symboler = navne.map((navn) => {
    const match = new RegExp(`<symbol id="${navn}"[\\s\\S]*?</symbol>`).exec(sprite)
    if (!match) throw new Error(`dkfds has no icon named ${navn}`)
    return match[0]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg">${symboler.join('')}</svg>`
}
