import type { Conversion } from './conversion.js';
import { emitEntity } from './entity.js';

/** Emits the imported files as one report, with their publisher, cited by records that name no source. */
export function emitFileAsReport(conversion: Conversion): void {
  const { publisher, ...report } = conversion.options.fileAsReport;
  const origin = { file: conversion.options.dataset, row: 1 };
  const { id, access = 'PUBLIC' } = report;
  conversion.emit('reports', { ...report, access, publisher: publisher.id }, origin);
  const name = { value: publisher.name, kind: 'PREFERRED' as const, lang: 'und', script: 'Zyyy' };
  const names = [{ ...name, cites: [{ report: id }], access, credibility: 6 as const }];
  emitEntity(conversion, 'bodies', publisher.id, { kind: publisher.kind }, { names }, origin);
}
