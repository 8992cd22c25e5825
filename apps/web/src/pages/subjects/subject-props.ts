/** Which subject a part of a page is about. */
export interface SubjectProps {
  readonly type: string;
  readonly subjectKey: string;
}
