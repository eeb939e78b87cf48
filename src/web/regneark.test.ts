import { expect, test } from 'vitest'
import { writeCsv } from './regneark.ts'

test('a file for a Danish spreadsheet has its mark, semicolons, and no cell that is run as a formula', () => {
  expect(
    writeCsv(
      ['a', 'b'],
      [
        ['=1+1', 'æ;ø'],
        [7, '@SUM'],
      ],
    ),
  ).toBe('\uFEFFa;b\r\n\'=1+1;"æ;ø"\r\n7;\'@SUM\r\n')
})
