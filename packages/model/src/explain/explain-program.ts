import { interpretProgram, writeOutMissing, type InputDeclarations, type Scalar } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import { compileDocument, type CompiledDocument } from '../lowering/compile-document.js';
import { environmentOf, lowerDocument, type LoweredModel } from '../lowering/lower-document.js';
import type { DecisionTableNode } from '../node-kind/decision-table/decision-table-node.js';
import { lowerRow } from '../node-kind/decision-table/lower-decision-table.js';

/** A document compiled for explanations. */
export interface ExplainProgram {
  readonly compiled: CompiledDocument;
  readonly lowered: LoweredModel;
  /** Declarations of everything that has a value. */
  readonly declarations: InputDeclarations;
  /** Ids of all rows of a table that hold, given all values of a subject. */
  heldRows(table: DecisionTableNode, values: ReadonlyMap<string, Scalar>): readonly string[];
}

const programs = new WeakMap<ModelDocument, ExplainProgram>();

/** Compiles a document for explanations; a document is compiled once. Closures, since this also runs in pages. */
export function explainProgramOf(document: ModelDocument): ExplainProgram {
  const known = programs.get(document);
  if (known !== undefined) return known;
  const lowered = lowerDocument(document);
  const declarations = environmentOf(lowered);
  const program: ExplainProgram = {
    compiled: compileDocument(document, { generateCode: false }),
    lowered,
    declarations,
    heldRows(table, values) {
      // Only what is asked for is compiled: few tables collect rows, and few explanations are read.
      const run = interpretProgram({
        inputs: Object.fromEntries(
          table.inputs.map((id) => [
            id,
            { ...declarations[id], type: declarations[id]?.type ?? 'text', nullable: true },
          ]),
        ),
        steps: table.rows.map((row) => ({
          name: ` ${row.id}`,
          expression: writeOutMissing(lowerRow(table, row), declarations),
        })),
      });
      const held = run(Object.fromEntries(table.inputs.map((id) => [id, values.get(id) ?? null])));
      return table.rows.filter((row) => held[` ${row.id}`] === true).map((row) => row.id);
    },
  };
  programs.set(document, program);
  return program;
}
