export declare class RecordWorkforceSurveyInput {
    organizationId: string;
    surveyedOn: string;
    workers: number;
    shouldFoundUnits: number;
}
