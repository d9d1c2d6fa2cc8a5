-- A customer's photograph and specimen of the signature are documents like the others: uploaded by one, approved by another, opened only
-- through a recorded look. They prove no identity and no address; whoever pays out compares with them.

ALTER TYPE document_type ADD VALUE 'PHOTO';
ALTER TYPE document_type ADD VALUE 'SIGNATURE';
