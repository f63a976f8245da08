-- In which vocabulary somebody wants to see codes; without one, in that of each catalogue.
ALTER TABLE house_user ADD COLUMN vocabulary {text};

DROP VIEW shown_user;

CREATE VIEW shown_user AS
    SELECT id, login, name, role, agent_id, language, theme, state, failed, locked_until,
        must_change, created_at, last_login_at,
        CAST(CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END AS {int}) AS has_password,
        vocabulary
    FROM house_user;
