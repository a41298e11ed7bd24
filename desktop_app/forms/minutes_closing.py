# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'minutes_closing.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QVBoxLayout)

from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import (FigureField, LineField)
from desktop_app.widgets.fields.segmented import SegmentedSwitch
from desktop_app.widgets.fields.writing_area import WritingField
class Ui_MinutesClosing(object):
    def setupUi(self, MinutesClosing):
        if not MinutesClosing.objectName():
            MinutesClosing.setObjectName(u"MinutesClosing")
        MinutesClosing.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.fields = QVBoxLayout(MinutesClosing)
        self.fields.setSpacing(12)
        self.fields.setObjectName(u"fields")
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.nextLine = QHBoxLayout()
        self.nextLine.setSpacing(16)
        self.nextLine.setObjectName(u"nextLine")
        self.nextLine.setContentsMargins(0, 0, 0, 0)
        self.next_dayField = Field(MinutesClosing)
        self.next_dayField.setObjectName(u"next_dayField")
        self.next_dayColumn = QVBoxLayout(self.next_dayField)
        self.next_dayColumn.setObjectName(u"next_dayColumn")
        self.next_day = JalaliDateEdit(self.next_dayField)
        self.next_day.setObjectName(u"next_day")

        self.next_dayColumn.addWidget(self.next_day)


        self.nextLine.addWidget(self.next_dayField)

        self.next_starts_atField = Field(MinutesClosing)
        self.next_starts_atField.setObjectName(u"next_starts_atField")
        self.next_starts_atColumn = QVBoxLayout(self.next_starts_atField)
        self.next_starts_atColumn.setObjectName(u"next_starts_atColumn")
        self.next_starts_at = TimeEdit(self.next_starts_atField)
        self.next_starts_at.setObjectName(u"next_starts_at")

        self.next_starts_atColumn.addWidget(self.next_starts_at)


        self.nextLine.addWidget(self.next_starts_atField)


        self.fields.addLayout(self.nextLine)

        self.next_agendaField = Field(MinutesClosing)
        self.next_agendaField.setObjectName(u"next_agendaField")
        self.next_agendaColumn = QVBoxLayout(self.next_agendaField)
        self.next_agendaColumn.setObjectName(u"next_agendaColumn")
        self.next_agenda = WritingField(self.next_agendaField)
        self.next_agenda.setObjectName(u"next_agenda")

        self.next_agendaColumn.addWidget(self.next_agenda)


        self.fields.addWidget(self.next_agendaField)

        self.closingField = Field(MinutesClosing)
        self.closingField.setObjectName(u"closingField")
        self.closingColumn = QVBoxLayout(self.closingField)
        self.closingColumn.setObjectName(u"closingColumn")
        self.closing = WritingField(self.closingField)
        self.closing.setObjectName(u"closing")

        self.closingColumn.addWidget(self.closing)


        self.fields.addWidget(self.closingField)

        self.keptLine = QHBoxLayout()
        self.keptLine.setSpacing(16)
        self.keptLine.setObjectName(u"keptLine")
        self.keptLine.setContentsMargins(0, 0, 0, 0)
        self.originalsField = Field(MinutesClosing)
        self.originalsField.setObjectName(u"originalsField")
        self.originalsColumn = QVBoxLayout(self.originalsField)
        self.originalsColumn.setObjectName(u"originalsColumn")
        self.originals = FigureField(self.originalsField)
        self.originals.setObjectName(u"originals")

        self.originalsColumn.addWidget(self.originals)


        self.keptLine.addWidget(self.originalsField)

        self.kept_atField = Field(MinutesClosing)
        self.kept_atField.setObjectName(u"kept_atField")
        self.kept_atColumn = QVBoxLayout(self.kept_atField)
        self.kept_atColumn.setObjectName(u"kept_atColumn")
        self.kept_at = LineField(self.kept_atField)
        self.kept_at.setObjectName(u"kept_at")

        self.kept_atColumn.addWidget(self.kept_at)


        self.keptLine.addWidget(self.kept_atField)


        self.fields.addLayout(self.keptLine)

        self.classLine = QHBoxLayout()
        self.classLine.setSpacing(16)
        self.classLine.setObjectName(u"classLine")
        self.classLine.setContentsMargins(0, 0, 0, 0)
        self.classificationField = Field(MinutesClosing)
        self.classificationField.setObjectName(u"classificationField")
        self.classificationColumn = QVBoxLayout(self.classificationField)
        self.classificationColumn.setObjectName(u"classificationColumn")
        self.classification = SegmentedSwitch(self.classificationField)
        self.classification.setObjectName(u"classification")

        self.classificationColumn.addWidget(self.classification)


        self.classLine.addWidget(self.classificationField)

        self.urgencyField = Field(MinutesClosing)
        self.urgencyField.setObjectName(u"urgencyField")
        self.urgencyColumn = QVBoxLayout(self.urgencyField)
        self.urgencyColumn.setObjectName(u"urgencyColumn")
        self.urgency = SegmentedSwitch(self.urgencyField)
        self.urgency.setObjectName(u"urgency")

        self.urgencyColumn.addWidget(self.urgency)


        self.classLine.addWidget(self.urgencyField)


        self.fields.addLayout(self.classLine)

        self.attachmentsField = Field(MinutesClosing)
        self.attachmentsField.setObjectName(u"attachmentsField")
        self.attachmentsColumn = QVBoxLayout(self.attachmentsField)
        self.attachmentsColumn.setObjectName(u"attachmentsColumn")
        self.attachments = WritingField(self.attachmentsField)
        self.attachments.setObjectName(u"attachments")

        self.attachmentsColumn.addWidget(self.attachments)


        self.fields.addWidget(self.attachmentsField)

        self.copies_toField = Field(MinutesClosing)
        self.copies_toField.setObjectName(u"copies_toField")
        self.copies_toColumn = QVBoxLayout(self.copies_toField)
        self.copies_toColumn.setObjectName(u"copies_toColumn")
        self.copies_to = WritingField(self.copies_toField)
        self.copies_to.setObjectName(u"copies_to")

        self.copies_toColumn.addWidget(self.copies_to)


        self.fields.addWidget(self.copies_toField)


        self.retranslateUi(MinutesClosing)
    # setupUi

    def retranslateUi(self, MinutesClosing):
        self.next_dayField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u0631\u0648\u0632 \u062c\u0644\u0633\u0647\u0654 \u0622\u06cc\u0646\u062f\u0647", None))
        self.next_dayField.setProperty(u"hint_text", QCoreApplication.translate("MinutesClosing", u"\u0645\u062b\u0644\u0627\u064b \u062f\u0648\u0634\u0646\u0628\u0647 \u06cc\u0627 +\u06f4\u0647\u0641\u062a\u0647", None))
        self.next_starts_atField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u0633\u0627\u0639\u062a", None))
        self.next_agendaField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u062f\u0633\u062a\u0648\u0631 \u062c\u0644\u0633\u0647\u0654 \u0622\u06cc\u0646\u062f\u0647", None))
        self.closingField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u062c\u0645\u0644\u0647\u0654 \u067e\u0627\u06cc\u0627\u0646", None))
        self.closingField.setProperty(u"hint_text", QCoreApplication.translate("MinutesClosing", u"\u0627\u06af\u0631 \u062e\u0627\u0644\u06cc \u0628\u0645\u0627\u0646\u062f: \u062c\u0644\u0633\u0647 \u062f\u0631 \u0633\u0627\u0639\u062a \u067e\u0627\u06cc\u0627\u0646 \u0628\u0627 \u0630\u06a9\u0631 \u0635\u0644\u0648\u0627\u062a \u067e\u0627\u06cc\u0627\u0646 \u06cc\u0627\u0641\u062a.", None))
        self.originalsField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u0634\u0645\u0627\u0631 \u0646\u0633\u062e\u0647\u200c\u0647\u0627\u06cc \u0627\u0635\u0644\u06cc", None))
        self.kept_atField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u0645\u062d\u0644 \u0646\u06af\u0647\u062f\u0627\u0631\u06cc \u0627\u0635\u0644 \u0627\u0645\u0636\u0627\u0634\u062f\u0647", None))
        self.classificationField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u0637\u0628\u0642\u0647\u200c\u0628\u0646\u062f\u06cc", None))
        self.urgencyField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u0627\u0631\u062c\u062d\u06cc\u062a", None))
        self.attachmentsField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u067e\u06cc\u0648\u0633\u062a\u200c\u0647\u0627", None))
        self.attachmentsField.setProperty(u"hint_text", QCoreApplication.translate("MinutesClosing", u"\u0647\u0631 \u067e\u06cc\u0648\u0633\u062a \u062f\u0631 \u06cc\u06a9 \u0633\u0637\u0631", None))
        self.copies_toField.setProperty(u"label_text", QCoreApplication.translate("MinutesClosing", u"\u0631\u0648\u0646\u0648\u0634\u062a", None))
        self.copies_toField.setProperty(u"hint_text", QCoreApplication.translate("MinutesClosing", u"\u0647\u0631 \u06af\u06cc\u0631\u0646\u062f\u0647 \u062f\u0631 \u06cc\u06a9 \u0633\u0637\u0631", None))
        pass
    # retranslateUi

