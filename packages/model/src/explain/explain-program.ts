import {
  interpretProgram,
  writeOutMissing,
  type CompiledProgram,
  type InputDeclaration,
  type Scalar,
} from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { DecisionTableNode } from '../node-kind/decision-table/decision-table-node.js';
import { lowerDocument, type LoweredModel } from '../lowering/lower-document.js';
import { lowerRow } from '../node-kind/decision-table/lower-decision-table.js';

/** A document compiled so that also the rows of its tables can be asked for. */
export interface ExplainProgram {
  readonly lowered: LoweredModel;
  readonly run: CompiledProgram;
  /** Id of the row of a table that held first. */
  firstRow(table: DecisionTableNode, results: Readonly<Record<string, Scalar>>): string | null;
  /** Ids of all rows of a table that hold. */
  heldRows(table: DecisionTableNode, results: Readonly<Record<string, Scalar>>): readonly string[];
  readonly declarations: Readonly<Record<string, InputDeclaration>>;
  readonly tierOf: (results: Readonly<Record<string, Scalar>>) => string;
}

// Ids begin with a letter, so these names are no node's.
const tierStep = ' tier';
const rowStep = (table: string, row: string): string => ` row ${table} ${row}`;

const programs = new WeakMap<ModelDocument, ExplainProgram>();

/** Compiles a document for explanations; a document is compiled once. Closures, since this also runs in pages. */
export function explainProgramOf(document: ModelDocument): ExplainProgram {
  const known = programs.get(document);
  if (known !== undefined) return known;
  const lowered = lowerDocument(document);
  const environment: Record<string, InputDeclaration> = { ...lowered.inputs };
  for (const { id, declaration } of lowered.nodes) environment[id] = declaration;
  const rows = document.nodes.flatMap((node) =>
    node.kind === 'decisionTable'
      ? node.rows.map((row) => ({
          name: rowStep(node.id, row.id),
          expression: writeOutMissing(lowerRow(node, row), environment),
        }))
      : [],
  );
  const program: ExplainProgram = {
    lowered,
    run: interpretProgram({
      inputs: lowered.inputs,
      steps: [
        ...lowered.nodes.map((node) => ({ name: node.id, expression: node.expression })),
        ...rows,
        { name: tierStep, expression: lowered.tier },
      ],
    }),
    firstRow: (table, results) =>
      table.rows.find((row) => results[rowStep(table.id, row.id)] === true)?.id ?? null,
    heldRows: (table, results) =>
      table.rows.filter((row) => results[rowStep(table.id, row.id)] === true).map((row) => row.id),
    declarations: environment,
    tierOf: (results) => String(results[tierStep]),
  };
  programs.set(document, program);
  return program;
}
