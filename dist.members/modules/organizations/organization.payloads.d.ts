import { Payload } from '../../kernel/index.js';
export declare class CreateOrganizationPayload extends Payload {
    organization?: object | null;
}
export declare class UpdateOrganizationPayload extends Payload {
    organization?: object | null;
}
export declare class MoveOrganizationPayload extends Payload {
    organization?: object | null;
}
export declare class RecordWorkforceSurveyPayload extends Payload {
    organization?: object | null;
}
export declare class AppointOfficerPayload extends Payload {
    officer?: object | null;
}
export declare class EndOfficerTermPayload extends Payload {
    officer?: object | null;
}
export declare class CoverUnitPayload extends Payload {
    coveredUnit?: object | null;
}
export declare class EndUnitCoverPayload extends Payload {
    coveredUnit?: object | null;
}
