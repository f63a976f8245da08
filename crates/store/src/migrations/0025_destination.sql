-- To whom agents of a campaign may put a talk through, besides their colleagues.
CREATE TABLE destination (
    id {id},
    campaign_id {int} NOT NULL,
    label {text} NOT NULL,
    number {int} NOT NULL
) {strict};

CREATE UNIQUE INDEX destination_number ON destination (campaign_id, number);
