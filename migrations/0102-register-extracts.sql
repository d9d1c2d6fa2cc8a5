-- What a company is known by: an extract of the register that has it. A file of its own, because a new value is not used where it is made.

ALTER TYPE document_type ADD VALUE 'REGISTER_EXTRACT';
