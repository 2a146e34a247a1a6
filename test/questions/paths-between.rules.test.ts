import { describe, expect, test } from '@jest/globals';
import { type PathEdge, type PathNode, stepsOf } from '../../src/questions/paths-between/paths-between.rules.js';

const entity = (id: string, label: string): PathNode => ({ id, label, claim: false, statement: false });
const claim = (id: string, label: string): PathNode => ({ id, label, claim: true, statement: true });
const statement = (id: string, label: string): PathNode => ({ id, label, claim: false, statement: true });
const edge = (type: string, from: PathNode): PathEdge => ({ type, from: from.id });

const pathTexts = (nodes: readonly PathNode[], edges: readonly PathEdge[]) =>
  stepsOf(nodes, edges).map(({ from, to, by, relation }) => `${from.id} –[${relation}, by ${by.id}]→ ${to.id}`);

const person = entity('person', 'Person');
const battalion = entity('battalion', 'Unit');
const brigade = entity('brigade', 'Unit');
const place = entity('place', 'Location');
const posting = claim('posting', 'Posting');
const link = claim('link', 'CommandLink');
const attribution = claim('attribution', 'Attribution');
const incident = statement('incident', 'Incident');
const finding = statement('finding', 'Finding');

describe('the steps of a path', () => {
  test('without an edge are none', () => {
    expect(stepsOf([person], [])).toEqual([]);
    expect(stepsOf([], [])).toEqual([]);
  });

  test('through a claim are one step by that claim, with the part of each end in it', () => {
    expect(stepsOf([person, posting, battalion], [edge('OF', posting), edge('AT', posting)])).toEqual([
      { from: person, to: battalion, by: posting, relation: 'OF → AT' },
    ]);
  });

  test('read the same claim the other way round from its other end', () => {
    expect(pathTexts([brigade, link, battalion], [edge('SUPERIOR', link), edge('SUBORDINATE', link)])).toEqual([
      'brigade –[SUPERIOR → SUBORDINATE, by link]→ battalion',
    ]);
  });

  test('through two claims are two steps that meet in the record between', () => {
    const nodes = [person, posting, battalion, link, brigade];
    const edges = [edge('OF', posting), edge('AT', posting), edge('SUBORDINATE', link), edge('SUPERIOR', link)];
    expect(pathTexts(nodes, edges)).toEqual([
      'person –[OF → AT, by posting]→ battalion',
      'battalion –[SUBORDINATE → SUPERIOR, by link]→ brigade',
    ]);
  });

  test('out of an incident or finding are made by it', () => {
    expect(pathTexts([incident, place], [edge('AT', incident)])).toEqual(['incident –[AT, by incident]→ place']);
    expect(pathTexts([finding, incident], [edge('CONCERNS', finding)])).toEqual([
      'finding –[CONCERNS, by finding]→ incident',
    ]);
  });

  test('into an incident or finding are made by it too, and say that they run against the edge', () => {
    expect(pathTexts([place, incident], [edge('AT', incident)])).toEqual(['place –[AT of, by incident]→ incident']);
    expect(pathTexts([incident, finding], [edge('CONCERNS', finding)])).toEqual([
      'incident –[CONCERNS of, by finding]→ finding',
    ]);
  });

  test('mix claims and statements in the order of the path', () => {
    const nodes = [brigade, attribution, incident, finding, person];
    const edges = [edge('TO', attribution), edge('OF', attribution), edge('CONCERNS', finding), edge('ABOUT', finding)];
    expect(pathTexts(nodes, edges)).toEqual([
      'brigade –[TO → OF, by attribution]→ incident',
      'incident –[CONCERNS of, by finding]→ finding',
      'finding –[ABOUT, by finding]→ person',
    ]);
  });
});

describe('a path with a claim at its end', () => {
  test('starts in that claim', () => {
    expect(pathTexts([posting, battalion], [edge('AT', posting)])).toEqual(['posting –[AT, by posting]→ battalion']);
  });

  test('ends in that claim', () => {
    expect(pathTexts([battalion, posting], [edge('AT', posting)])).toEqual(['battalion –[AT of, by posting]→ posting']);
  });

  test('at both ends passes through the records between', () => {
    const edges = [edge('AT', posting), edge('SUBORDINATE', link)];
    expect(pathTexts([posting, battalion, link], edges)).toEqual([
      'posting –[AT, by posting]→ battalion',
      'battalion –[SUBORDINATE of, by link]→ link',
    ]);
  });
});
