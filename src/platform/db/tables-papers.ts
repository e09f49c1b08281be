/** Written by scripts/db-snapshot.ts from the migrated database. Not to be edited. */
export interface PapersTables {
  paper: {
    account_id: string;
    paper_id: string;
    file_id: string;
    mime: string;
    size_bytes: number;
    sha256: string;
    pages: number;
    original_name: string;
    created_at: Date;
    added_by: string;
    removed_at: Date | null;
  };
  paper_read: {
    account_id: string;
    read_id: string;
    file_id: string;
    reader: string;
    at: Date;
  };
}
