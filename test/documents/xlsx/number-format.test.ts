import { expect, test } from 'vitest';
import { formatNumber } from '../../../documents/xlsx/number-format.ts';

test.each([
  [0.256, '0%', '26%'],
  [0.2565, '0.00%', '25.65%'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [-1234, '#,##0;(#,##0)', '(1,234)'],
  [-5, '0', '-5'],
  [0, '0;-0;"none"', 'none'],
  [1.5, 'General', '1.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [123456789012, 'General', '1.23457E+11'],
  [12345, '0.00E+00', '1.23E+04'],
  [3, '00', '03'],
  [2.345678, '#.##', '2.35'],
  [3, '#.##', '3'],
  [12, '"CC"-00', 'CC-12'],
  [1500000, '0.0,,"M"', '1.5M'],
  [9.5, '[$€-407] #,##0.00', '€ 9.50'],
  [5, '[Red]0', '5'],
  [5, '[<10]"low";"high"', 'low'],
  [50, '[<10]"low";"high"', 'high'],
])('%d as %s is %s', (value, code, shown) => {
  expect(formatNumber(value, code, false)).toBe(shown);
});

test.each([
  [45351, 'yyyy-mm-dd', '2024-02-29'],
  [45351.75, 'd mmm yyyy h:mm AM/PM', '29 Feb 2024 6:00 PM'],
  [45351, 'dddd, mmmm d', 'Thursday, February 29'],
  [1.5, '[h]:mm', '36:00'],
  [0.0208333333, 'h:mm', '0:30'],
  [0.5, 'mm:ss', '00:00'],
  [45351, 'm/d/yy', '2/29/24'],
  [1, 'yyyy-mm-dd', '1900-01-01'],
  [61, 'yyyy-mm-dd', '1900-03-01'],
])('day %d as %s is %s', (value, code, shown) => {
  expect(formatNumber(value, code, false)).toBe(shown);
});

test('workbooks of the 1904 system count from four years later', () => {
  expect(formatNumber(0, 'yyyy-mm-dd', true)).toBe('1904-01-01');
  expect(formatNumber(43889, 'yyyy-mm-dd', true)).toBe('2024-02-29');
});

test('a number beyond every date shows as a number, not as a wrong date', () => {
  expect(formatNumber(1e9, 'yyyy-mm-dd', false)).toBe('1000000000');
  expect(formatNumber(-1, 'yyyy-mm-dd', false)).toBe('-1');
});
