import { expect, test } from '@jest/globals';
import { readDossierRequest } from '../../../src/exchange/dossier/dossier-request.js';
import { ApiError } from '../../../src/model/errors.js';

test('a request without parameters asks for Article 28(a) with all evidence', () => {
  expect(readDossierRequest({})).toMatchObject({ format: undefined, frameworks: ['ROME_STATUTE_28A'], on: undefined });
});

test('a list parameter may have commas, be repeated, or both', () => {
  const { lens } = readDossierRequest({
    excludeReports: ['a,b', 'c'],
    statuses: 'ACCEPTED,ISSUE',
    minReliability: 'B',
  });
  expect(lens).toMatchObject({
    excludeReports: ['a', 'b', 'c'],
    statuses: ['ACCEPTED', 'ISSUE'],
    minReliability: 'B',
  });
});

test('several legal tests may be asked for, each counts once, and their order stays', () => {
  expect(
    readDossierRequest({ framework: ['AD_HOC_TRIBUNALS,ROME_STATUTE_28A', 'AD_HOC_TRIBUNALS'] }).frameworks,
  ).toEqual(['AD_HOC_TRIBUNALS', 'ROME_STATUTE_28A']);
});

test('an instant in a request is converted to UTC', () => {
  expect(readDossierRequest({ recordedBy: '2026-01-01T02:00:00+02:00' }).lens.recordedBy).toBe(
    '2026-01-01T00:00:00.000Z',
  );
});

test.each([
  [{ format: 'pdf' }, 'Expected `format` as one of html, docx, json, jsonld; got "pdf".'],
  [{ on: '2022-02-30' }, 'Expected `on` as one day that exists, as YYYY-MM-DD; got "2022-02-30".'],
  [{ on: ['2022-02-01', '2022-02-02'] }, 'got ["2022-02-01","2022-02-02"].'],
  [{ recordedBy: 'yesterday' }, 'Expected `recordedBy` as one instant with a zone'],
  [{ statuses: 'ACCEPTED,SURE' }, 'Expected `statuses` as some of ACCEPTED, CONFLICT'],
  [{ minReliability: 'a' }, 'Expected `minReliability` as one of A, B, C, D, E, F; got "a".'],
  [{ excludeReports: '' }, 'Expected `excludeReports` as ids with commas between them; got "".'],
  [{ framework: 'toString' }, 'Expected `framework` as some of ROME_STATUTE_28A'],
  [{ excludeReport: 'a' }, 'got "excludeReport".'],
])('the parameters %j are refused with what was expected and what arrived', (parameters, message) => {
  expect(() => readDossierRequest(parameters)).toThrow(ApiError);
  expect(() => readDossierRequest(parameters)).toThrow(message);
});
