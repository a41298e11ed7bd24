-- Frozen with its first release; never edited. Later changes are later revisions.

DROP TRIGGER guard_outgoing_paper_identity;

CREATE TRIGGER guard_outgoing_paper_identity BEFORE UPDATE ON outgoing_paper
WHEN NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.committee_id IS NOT OLD.committee_id OR NEW.year IS NOT OLD.year OR NEW.row IS NOT OLD.row OR NEW.day IS NOT OLD.day OR NEW.addressee IS NOT OLD.addressee OR NEW.subject IS NOT OLD.subject OR NEW.at IS NOT OLD.at OR NEW.actor IS NOT OLD.actor OR NEW.classification IS NOT OLD.classification OR NEW.urgency IS NOT OLD.urgency OR NEW.template IS NOT OLD.template OR NEW.document IS NOT OLD.document OR NEW.content_hash IS NOT OLD.content_hash
BEGIN
    SELECT RAISE(ABORT, 'guard:record_identity:outgoing_paper');
END;

CREATE TRIGGER guard_outgoing_paper_number_once BEFORE UPDATE ON outgoing_paper
WHEN OLD.number IS NOT '' AND NEW.number IS NOT OLD.number
BEGIN
    SELECT RAISE(ABORT, 'guard:number_given_once:outgoing_paper');
END;
