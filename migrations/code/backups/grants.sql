-- What a workstation may ask and note about backups.

GRANT EXECUTE ON FUNCTION note_backup_choice(text, int), valid_sheet(), note_sheet_checked(int) TO corex_app;
