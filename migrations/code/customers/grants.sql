-- By column: number, KYC status, status and maker are the database's to set.

GRANT SELECT ON customers TO corex_app;
GRANT INSERT (id, first_name, last_name, email, phone, date_of_birth, address, city, country, occupation, income_range) ON customers
  TO corex_app;
GRANT UPDATE (email, phone, address, city, country, occupation, income_range) ON customers TO corex_app;
GRANT EXECUTE ON FUNCTION search_customers(text, int), find_duplicate_customers(text, text, date, text, text) TO corex_app;
