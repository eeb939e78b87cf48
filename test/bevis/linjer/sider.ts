import type { Bevislinje } from '../linje.ts'
import { proever } from '../proever.ts'

/** The pages as a browser has them. */
export const SIDER: readonly Bevislinje[] = [
  proever({
    navn: 'sider.e2e',
    paastand:
      'In a real browser, both languages and both widths: no violation of WCAG 2.1 AA, keyboard-complete, nothing needs JavaScript, strict CSP without a message.',
    filer: ['test/e2e'],
    // Every state in every language at every width, folded and unfolded.
    miljoe: { daglig: {}, fuld: { AXE_ALT: '1' } },
  }),
  proever({
    navn: 'sider.scenarier',
    paastand: 'The pages over HTTP show what was delivered, in the field’s words.',
    filer: ['test/scenarier/sider.test.ts', 'src/overblik', 'src/web'],
  }),
]
