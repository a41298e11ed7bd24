# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'papers_more.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QVBoxLayout)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.fields.text_area import TextArea
class Ui_PapersMore(object):
    def setupUi(self, PapersMore):
        if not PapersMore.objectName():
            PapersMore.setObjectName(u"PapersMore")
        PapersMore.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(PapersMore)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.urgencyField = Field(PapersMore)
        self.urgencyField.setObjectName(u"urgencyField")
        self.urgencyColumn = QVBoxLayout(self.urgencyField)
        self.urgencyColumn.setSpacing(0)
        self.urgencyColumn.setObjectName(u"urgencyColumn")
        self.urgencyColumn.setContentsMargins(0, 0, 0, 0)
        self.urgency = SegmentedSwitch(self.urgencyField)
        self.urgency.setObjectName(u"urgency")

        self.urgencyColumn.addWidget(self.urgency)


        self.column.addWidget(self.urgencyField)

        self.classificationField = Field(PapersMore)
        self.classificationField.setObjectName(u"classificationField")
        self.classificationColumn = QVBoxLayout(self.classificationField)
        self.classificationColumn.setSpacing(0)
        self.classificationColumn.setObjectName(u"classificationColumn")
        self.classificationColumn.setContentsMargins(0, 0, 0, 0)
        self.classification = SegmentedSwitch(self.classificationField)
        self.classification.setObjectName(u"classification")

        self.classificationColumn.addWidget(self.classification)

        self.lower = Button(self.classificationField)
        self.lower.setObjectName(u"lower")
        self.lower.setProperty(u"kind", u"quiet")

        self.classificationColumn.addWidget(self.lower)

        self.takeBackLowering = Button(self.classificationField)
        self.takeBackLowering.setObjectName(u"takeBackLowering")
        self.takeBackLowering.setProperty(u"kind", u"quiet")

        self.classificationColumn.addWidget(self.takeBackLowering)


        self.column.addWidget(self.classificationField)

        self.referencesField = Field(PapersMore)
        self.referencesField.setObjectName(u"referencesField")
        self.referencesColumn = QVBoxLayout(self.referencesField)
        self.referencesColumn.setSpacing(0)
        self.referencesColumn.setObjectName(u"referencesColumn")
        self.referencesColumn.setContentsMargins(0, 0, 0, 0)
        self.references = TextArea(self.referencesField)
        self.references.setObjectName(u"references")

        self.referencesColumn.addWidget(self.references)


        self.column.addWidget(self.referencesField)

        self.signatoryField = Field(PapersMore)
        self.signatoryField.setObjectName(u"signatoryField")
        self.signatoryColumn = QVBoxLayout(self.signatoryField)
        self.signatoryColumn.setSpacing(0)
        self.signatoryColumn.setObjectName(u"signatoryColumn")
        self.signatoryColumn.setContentsMargins(0, 0, 0, 0)
        self.signatory = LineField(self.signatoryField)
        self.signatory.setObjectName(u"signatory")

        self.signatoryColumn.addWidget(self.signatory)


        self.column.addWidget(self.signatoryField)

        self.signatoryPostField = Field(PapersMore)
        self.signatoryPostField.setObjectName(u"signatoryPostField")
        self.signatoryPostColumn = QVBoxLayout(self.signatoryPostField)
        self.signatoryPostColumn.setSpacing(0)
        self.signatoryPostColumn.setObjectName(u"signatoryPostColumn")
        self.signatoryPostColumn.setContentsMargins(0, 0, 0, 0)
        self.signatoryPost = LineField(self.signatoryPostField)
        self.signatoryPost.setObjectName(u"signatoryPost")

        self.signatoryPostColumn.addWidget(self.signatoryPost)


        self.column.addWidget(self.signatoryPostField)

        self.profileField = Field(PapersMore)
        self.profileField.setObjectName(u"profileField")
        self.profileColumn = QVBoxLayout(self.profileField)
        self.profileColumn.setSpacing(0)
        self.profileColumn.setObjectName(u"profileColumn")
        self.profileColumn.setContentsMargins(0, 0, 0, 0)
        self.profile = ChoiceField(self.profileField)
        self.profile.setObjectName(u"profile")

        self.profileColumn.addWidget(self.profile)


        self.column.addWidget(self.profileField)


        self.retranslateUi(PapersMore)
    # setupUi

    def retranslateUi(self, PapersMore):
        self.urgencyField.setProperty(u"label_text", QCoreApplication.translate("PapersMore", u"\u0627\u0631\u062c\u062d\u06cc\u062a", None))
        self.classificationField.setProperty(u"label_text", QCoreApplication.translate("PapersMore", u"\u0637\u0628\u0642\u0647\u200c\u0628\u0646\u062f\u06cc", None))
        self.lower.setText(QCoreApplication.translate("PapersMore", u"\u067e\u0627\u06cc\u06cc\u0646 \u0622\u0648\u0631\u062f\u0646 \u0637\u0628\u0642\u0647\u0654 \u0627\u06cc\u0646 \u0645\u0633\u062a\u062e\u0631\u062c\u2026", None))
#if QT_CONFIG(accessibility)
        self.lower.setAccessibleName(QCoreApplication.translate("PapersMore", u"\u067e\u0627\u06cc\u06cc\u0646 \u0622\u0648\u0631\u062f\u0646 \u0637\u0628\u0642\u0647\u0654 \u0627\u06cc\u0646 \u0645\u0633\u062a\u062e\u0631\u062c", None))
#endif // QT_CONFIG(accessibility)
        self.takeBackLowering.setText(QCoreApplication.translate("PapersMore", u"\u067e\u0633 \u06af\u0631\u0641\u062a\u0646 \u0637\u0628\u0642\u0647\u0654 \u067e\u0627\u06cc\u06cc\u0646\u200c\u062a\u0631", None))
#if QT_CONFIG(accessibility)
        self.takeBackLowering.setAccessibleName(QCoreApplication.translate("PapersMore", u"\u067e\u0633 \u06af\u0631\u0641\u062a\u0646 \u0637\u0628\u0642\u0647\u0654 \u067e\u0627\u06cc\u06cc\u0646\u200c\u062a\u0631 \u0627\u06cc\u0646 \u0645\u0633\u062a\u062e\u0631\u062c", None))
#endif // QT_CONFIG(accessibility)
        self.referencesField.setProperty(u"label_text", QCoreApplication.translate("PapersMore", u"\u0639\u0637\u0641 \u0648 \u067e\u06cc\u0631\u0648", None))
        self.referencesField.setProperty(u"hint_text", QCoreApplication.translate("PapersMore", u"\u0647\u0631 \u0633\u0637\u0631 \u06cc\u06a9 \u0646\u0627\u0645\u0647\u060c \u0645\u0627\u0646\u0646\u062f \u00ab\u067e\u06cc\u0631\u0648 \u0646\u0627\u0645\u0647\u0654 \u0634\u0645\u0627\u0631\u0647\u0654\u2026\u00bb", None))
        self.signatoryField.setProperty(u"label_text", QCoreApplication.translate("PapersMore", u"\u0627\u0645\u0636\u0627\u06a9\u0646\u0646\u062f\u0647", None))
        self.signatoryField.setProperty(u"hint_text", QCoreApplication.translate("PapersMore", u"\u062e\u0627\u0644\u06cc: \u062f\u0628\u06cc\u0631", None))
        self.signatoryPostField.setProperty(u"label_text", QCoreApplication.translate("PapersMore", u"\u0633\u0645\u062a \u0627\u0645\u0636\u0627\u06a9\u0646\u0646\u062f\u0647", None))
        self.profileField.setProperty(u"label_text", QCoreApplication.translate("PapersMore", u"\u0634\u06a9\u0644 \u0628\u0627\u06cc\u06af\u0627\u0646\u06cc \u0641\u0627\u06cc\u0644 PDF", None))
        pass
    # retranslateUi

