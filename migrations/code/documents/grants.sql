-- By column: maker, digest and who decided are the database's to set; a decision must repeat the digest that was shown.

GRANT SELECT ON kyc_files TO corex_app;
GRANT INSERT (id, media_type, byte_size, wrapped_key, content) ON kyc_files TO corex_app;

GRANT SELECT ON kyc_documents TO corex_app;
GRANT INSERT (id, customer_id, document_type, document_number, file_id, expires_at) ON kyc_documents TO corex_app;
GRANT UPDATE (status, rejection_reason, decided_digest) ON kyc_documents TO corex_app;
