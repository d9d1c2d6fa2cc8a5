-- Whoever watches learns of every run. A run that ended stays as it was.

CREATE TRIGGER n_tell AFTER INSERT OR UPDATE ON job_attempts FOR EACH STATEMENT EXECUTE FUNCTION tell_of_jobs();
