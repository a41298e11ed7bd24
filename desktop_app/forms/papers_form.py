# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'papers_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QCheckBox, QHBoxLayout, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea
class Ui_PapersForm(object):
    def setupUi(self, PapersForm):
        if not PapersForm.objectName():
            PapersForm.setObjectName(u"PapersForm")
        PapersForm.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(PapersForm)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.meetingField = Field(PapersForm)
        self.meetingField.setObjectName(u"meetingField")
        self.meetingColumn = QVBoxLayout(self.meetingField)
        self.meetingColumn.setSpacing(0)
        self.meetingColumn.setObjectName(u"meetingColumn")
        self.meetingColumn.setContentsMargins(0, 0, 0, 0)
        self.meeting = ChoiceField(self.meetingField)
        self.meeting.setObjectName(u"meeting")

        self.meetingColumn.addWidget(self.meeting)


        self.column.addWidget(self.meetingField)

        self.inviteeField = Field(PapersForm)
        self.inviteeField.setObjectName(u"inviteeField")
        self.inviteeColumn = QVBoxLayout(self.inviteeField)
        self.inviteeColumn.setSpacing(0)
        self.inviteeColumn.setObjectName(u"inviteeColumn")
        self.inviteeColumn.setContentsMargins(0, 0, 0, 0)
        self.invitee = ChoiceField(self.inviteeField)
        self.invitee.setObjectName(u"invitee")

        self.inviteeColumn.addWidget(self.invitee)


        self.column.addWidget(self.inviteeField)

        self.resolutionField = Field(PapersForm)
        self.resolutionField.setObjectName(u"resolutionField")
        self.resolutionColumn = QVBoxLayout(self.resolutionField)
        self.resolutionColumn.setSpacing(0)
        self.resolutionColumn.setObjectName(u"resolutionColumn")
        self.resolutionColumn.setContentsMargins(0, 0, 0, 0)
        self.resolution = ChoiceField(self.resolutionField)
        self.resolution.setObjectName(u"resolution")

        self.resolutionColumn.addWidget(self.resolution)


        self.column.addWidget(self.resolutionField)

        self.unitField = Field(PapersForm)
        self.unitField.setObjectName(u"unitField")
        self.unitColumn = QVBoxLayout(self.unitField)
        self.unitColumn.setSpacing(0)
        self.unitColumn.setObjectName(u"unitColumn")
        self.unitColumn.setContentsMargins(0, 0, 0, 0)
        self.unit = ChoiceField(self.unitField)
        self.unit.setObjectName(u"unit")

        self.unitColumn.addWidget(self.unit)


        self.column.addWidget(self.unitField)

        self.answerField = Field(PapersForm)
        self.answerField.setObjectName(u"answerField")
        self.answerColumn = QVBoxLayout(self.answerField)
        self.answerColumn.setSpacing(0)
        self.answerColumn.setObjectName(u"answerColumn")
        self.answerColumn.setContentsMargins(0, 0, 0, 0)
        self.answer = JalaliDateEdit(self.answerField)
        self.answer.setObjectName(u"answer")

        self.answerColumn.addWidget(self.answer)


        self.column.addWidget(self.answerField)

        self.monthField = Field(PapersForm)
        self.monthField.setObjectName(u"monthField")
        self.monthColumn = QVBoxLayout(self.monthField)
        self.monthColumn.setSpacing(0)
        self.monthColumn.setObjectName(u"monthColumn")
        self.monthColumn.setContentsMargins(0, 0, 0, 0)
        self.month = ChoiceField(self.monthField)
        self.month.setObjectName(u"month")

        self.monthColumn.addWidget(self.month)


        self.column.addWidget(self.monthField)

        self.yearField = Field(PapersForm)
        self.yearField.setObjectName(u"yearField")
        self.yearColumn = QVBoxLayout(self.yearField)
        self.yearColumn.setSpacing(0)
        self.yearColumn.setObjectName(u"yearColumn")
        self.yearColumn.setContentsMargins(0, 0, 0, 0)
        self.year = ChoiceField(self.yearField)
        self.year.setObjectName(u"year")

        self.yearColumn.addWidget(self.year)


        self.column.addWidget(self.yearField)

        self.sentField = Field(PapersForm)
        self.sentField.setObjectName(u"sentField")
        self.sentColumn = QVBoxLayout(self.sentField)
        self.sentColumn.setSpacing(0)
        self.sentColumn.setObjectName(u"sentColumn")
        self.sentColumn.setContentsMargins(0, 0, 0, 0)
        self.sent = ChoiceField(self.sentField)
        self.sent.setObjectName(u"sent")

        self.sentColumn.addWidget(self.sent)


        self.column.addWidget(self.sentField)

        self.every = QCheckBox(PapersForm)
        self.every.setObjectName(u"every")

        self.column.addWidget(self.every)

        self.toField = Field(PapersForm)
        self.toField.setObjectName(u"toField")
        self.toColumn = QVBoxLayout(self.toField)
        self.toColumn.setSpacing(0)
        self.toColumn.setObjectName(u"toColumn")
        self.toColumn.setContentsMargins(0, 0, 0, 0)
        self.to = LineField(self.toField)
        self.to.setObjectName(u"to")

        self.toColumn.addWidget(self.to)


        self.column.addWidget(self.toField)

        self.toPostField = Field(PapersForm)
        self.toPostField.setObjectName(u"toPostField")
        self.toPostColumn = QVBoxLayout(self.toPostField)
        self.toPostColumn.setSpacing(0)
        self.toPostColumn.setObjectName(u"toPostColumn")
        self.toPostColumn.setContentsMargins(0, 0, 0, 0)
        self.toPost = LineField(self.toPostField)
        self.toPost.setObjectName(u"toPost")

        self.toPostColumn.addWidget(self.toPost)


        self.column.addWidget(self.toPostField)

        self.subjectField = Field(PapersForm)
        self.subjectField.setObjectName(u"subjectField")
        self.subjectColumn = QVBoxLayout(self.subjectField)
        self.subjectColumn.setSpacing(0)
        self.subjectColumn.setObjectName(u"subjectColumn")
        self.subjectColumn.setContentsMargins(0, 0, 0, 0)
        self.subject = LineField(self.subjectField)
        self.subject.setObjectName(u"subject")

        self.subjectColumn.addWidget(self.subject)


        self.column.addWidget(self.subjectField)

        self.textField = Field(PapersForm)
        self.textField.setObjectName(u"textField")
        self.textColumn = QVBoxLayout(self.textField)
        self.textColumn.setSpacing(0)
        self.textColumn.setObjectName(u"textColumn")
        self.textColumn.setContentsMargins(0, 0, 0, 0)
        self.text = TextArea(self.textField)
        self.text.setObjectName(u"text")

        self.textColumn.addWidget(self.text)


        self.column.addWidget(self.textField)

        self.numberField = Field(PapersForm)
        self.numberField.setObjectName(u"numberField")
        self.numberColumn = QVBoxLayout(self.numberField)
        self.numberColumn.setSpacing(0)
        self.numberColumn.setObjectName(u"numberColumn")
        self.numberColumn.setContentsMargins(0, 0, 0, 0)
        self.number = LineField(self.numberField)
        self.number.setObjectName(u"number")

        self.numberColumn.addWidget(self.number)


        self.column.addWidget(self.numberField)

        self.dayField = Field(PapersForm)
        self.dayField.setObjectName(u"dayField")
        self.dayColumn = QVBoxLayout(self.dayField)
        self.dayColumn.setSpacing(0)
        self.dayColumn.setObjectName(u"dayColumn")
        self.dayColumn.setContentsMargins(0, 0, 0, 0)
        self.day = JalaliDateEdit(self.dayField)
        self.day.setObjectName(u"day")

        self.dayColumn.addWidget(self.day)


        self.column.addWidget(self.dayField)

        self.noteField = Field(PapersForm)
        self.noteField.setObjectName(u"noteField")
        self.noteColumn = QVBoxLayout(self.noteField)
        self.noteColumn.setSpacing(0)
        self.noteColumn.setObjectName(u"noteColumn")
        self.noteColumn.setContentsMargins(0, 0, 0, 0)
        self.note = TextArea(self.noteField)
        self.note.setObjectName(u"note")

        self.noteColumn.addWidget(self.note)


        self.column.addWidget(self.noteField)

        self.attachmentsField = Field(PapersForm)
        self.attachmentsField.setObjectName(u"attachmentsField")
        self.attachmentsColumn = QVBoxLayout(self.attachmentsField)
        self.attachmentsColumn.setSpacing(0)
        self.attachmentsColumn.setObjectName(u"attachmentsColumn")
        self.attachmentsColumn.setContentsMargins(0, 0, 0, 0)
        self.attachments = TextArea(self.attachmentsField)
        self.attachments.setObjectName(u"attachments")

        self.attachmentsColumn.addWidget(self.attachments)


        self.column.addWidget(self.attachmentsField)

        self.copiesField = Field(PapersForm)
        self.copiesField.setObjectName(u"copiesField")
        self.copiesColumn = QVBoxLayout(self.copiesField)
        self.copiesColumn.setSpacing(0)
        self.copiesColumn.setObjectName(u"copiesColumn")
        self.copiesColumn.setContentsMargins(0, 0, 0, 0)
        self.copies = TextArea(self.copiesField)
        self.copies.setObjectName(u"copies")

        self.copiesColumn.addWidget(self.copies)


        self.column.addWidget(self.copiesField)

        self.moreLine = QHBoxLayout()
        self.moreLine.setObjectName(u"moreLine")
        self.moreButton = Button(PapersForm)
        self.moreButton.setObjectName(u"moreButton")

        self.moreLine.addWidget(self.moreButton)

        self.moreGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.moreLine.addItem(self.moreGap)


        self.column.addLayout(self.moreLine)

        self.more = QWidget(PapersForm)
        self.more.setObjectName(u"more")

        self.column.addWidget(self.more)


        self.retranslateUi(PapersForm)
    # setupUi

    def retranslateUi(self, PapersForm):
        self.meetingField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u062c\u0644\u0633\u0647", None))
        self.inviteeField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u06af\u06cc\u0631\u0646\u062f\u0647", None))
        self.inviteeField.setProperty(u"hint_text", QCoreApplication.translate("PapersForm", u"\u062e\u0627\u0644\u06cc: \u0647\u0645\u0647\u0654 \u062f\u0639\u0648\u062a\u200c\u0634\u062f\u06af\u0627\u0646\u060c \u0647\u0631 \u06cc\u06a9 \u0628\u0631\u06af\u0647\u0654 \u062e\u0648\u062f", None))
        self.resolutionField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0645\u0635\u0648\u0628\u0647", None))
        self.resolutionField.setProperty(u"hint_text", QCoreApplication.translate("PapersForm", u"\u062e\u0627\u0644\u06cc: \u0647\u0645\u0647\u0654 \u0645\u0635\u0648\u0628\u0627\u062a \u0627\u06cc\u0646 \u062c\u0644\u0633\u0647", None))
        self.unitField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0648\u0627\u062d\u062f", None))
        self.unitField.setProperty(u"hint_text", QCoreApplication.translate("PapersForm", u"\u062e\u0627\u0644\u06cc: \u0647\u0645\u0647\u0654 \u0648\u0627\u062d\u062f\u0647\u0627\u060c \u0647\u0631 \u06cc\u06a9 \u0628\u0631\u06af\u0647\u0654 \u062e\u0648\u062f", None))
        self.answerField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u067e\u0627\u0633\u062e \u062a\u0627", None))
        self.monthField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0645\u0627\u0647", None))
        self.yearField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0633\u0627\u0644", None))
        self.sentField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0646\u0627\u0645\u0647\u200c\u0647\u0627\u06cc \u06a9\u062f\u0627\u0645 \u0631\u0648\u0632", None))
        self.every.setText(QCoreApplication.translate("PapersForm", u"\u0645\u0635\u0648\u0628\u0627\u062a \u0645\u062e\u062a\u0648\u0645\u0647 \u0648 \u0644\u063a\u0648\u0634\u062f\u0647 \u0647\u0645 \u0628\u06cc\u0627\u06cc\u062f", None))
#if QT_CONFIG(accessibility)
        self.every.setAccessibleName(QCoreApplication.translate("PapersForm", u"\u0645\u0635\u0648\u0628\u0627\u062a \u0645\u062e\u062a\u0648\u0645\u0647 \u0648 \u0644\u063a\u0648\u0634\u062f\u0647 \u0647\u0645 \u0628\u06cc\u0627\u06cc\u062f", None))
#endif // QT_CONFIG(accessibility)
        self.toField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u06af\u06cc\u0631\u0646\u062f\u0647", None))
        self.toPostField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0633\u0645\u062a \u06af\u06cc\u0631\u0646\u062f\u0647", None))
        self.subjectField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0645\u0648\u0636\u0648\u0639", None))
        self.textField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0645\u062a\u0646 \u0646\u0627\u0645\u0647", None))
        self.textField.setProperty(u"hint_text", QCoreApplication.translate("PapersForm", u"\u0647\u0631 \u0633\u0637\u0631 \u06cc\u06a9 \u0628\u0646\u062f", None))
        self.numberField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0634\u0645\u0627\u0631\u0647 \u062f\u0631 \u062f\u0641\u062a\u0631", None))
        self.dayField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u062a\u0627\u0631\u06cc\u062e \u062f\u0631 \u062f\u0641\u062a\u0631", None))
        self.noteField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u06cc\u0627\u062f\u062f\u0627\u0634\u062a \u067e\u0627\u06cc\u0627\u0646\u06cc", None))
        self.attachmentsField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u067e\u06cc\u0648\u0633\u062a\u200c\u0647\u0627", None))
        self.attachmentsField.setProperty(u"hint_text", QCoreApplication.translate("PapersForm", u"\u0647\u0631 \u0633\u0637\u0631 \u06cc\u06a9 \u067e\u06cc\u0648\u0633\u062a", None))
        self.copiesField.setProperty(u"label_text", QCoreApplication.translate("PapersForm", u"\u0631\u0648\u0646\u0648\u0634\u062a", None))
        self.copiesField.setProperty(u"hint_text", QCoreApplication.translate("PapersForm", u"\u0647\u0631 \u0633\u0637\u0631 \u06cc\u06a9 \u06af\u06cc\u0631\u0646\u062f\u0647", None))
        pass
    # retranslateUi

